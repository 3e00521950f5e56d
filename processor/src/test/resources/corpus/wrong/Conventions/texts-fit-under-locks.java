package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.suspend;

class Locked {
    private final ThreadLocal<String> theThreadLocalWithTheUserOfTheRequestThatIsBeingServed = new ThreadLocal<>();
    private final ReentrantLock theLockOfThisVeryImportantAccountOfTheCustomer = new ReentrantLock();
    private int theTotalOfAllTheAmountsThatWereEverDepositedOnThisAccountByTheCustomer;

    @SuppressWarnings("BlockingCall")
    @Async
    AsyncGenerator<Integer> all(Coroutine<Integer> step, AsyncIterable<String> lines, AsyncCloseable end) {
        theLockOfThisVeryImportantAccountOfTheCustomer.lock();
        await(step); // error LockAcrossAwait
        suspend("x"); // error LockAcrossAwait
        for (String line : lines) System.out.println(line); // error LockAcrossAwait
        lines.iterator().hasNext(); // error LockAcrossAwait
        try (end) { // error LockAcrossAwait
            System.out.println("x");
        }
        theLockOfThisVeryImportantAccountOfTheCustomer.unlock();
        theTotalOfAllTheAmountsThatWereEverDepositedOnThisAccountByTheCustomer += await(Asyncio.sleep(Duration.ZERO, 1)); // warning LostUpdate
        theThreadLocalWithTheUserOfTheRequestThatIsBeingServed.set("x"); // warning ThreadLocalAcrossAwait
        await(Asyncio.sleep(Duration.ZERO));
        theThreadLocalWithTheUserOfTheRequestThatIsBeingServed.remove();
        return AsyncGenerator.end();
    }

    @Async
    TheVeryLongTypeThatIsNoCoroutineAndNeverWillBeOneInThisProgramWhateverHappens theMethodWithTheLongNameThatReturnsIt() { // error AsyncReturnType
        return null;
    }

    @Async
    synchronized Coroutine<Integer> theMethodWithTheLongNameThatIsSynchronizedThoughItShouldNotBeSoAtAllEverInThisWorld() { // error AsyncModifiers
        return null;
    }

    @Yields
    Generator<Integer> theGeneratorWithTheLongNameThatReturnsAnotherGeneratorInsteadOfItsOwnEndWhichIsWrong() {
        Generator.yield(1);
        Generator<Integer> other = Generator.end();
        return other; // error GeneratorReturn
    }

    @Async
    Coroutine<Integer> theFinderWithTheLongNameThatReturnsNullWhereItShouldReturnAResultThatHoldsNullInside(Coroutine<Integer> step) {
        await(step);
        return null; // error NullCoroutine
    }
}

class TheVeryLongTypeThatIsNoCoroutineAndNeverWillBeOneInThisProgramWhateverHappens {}
