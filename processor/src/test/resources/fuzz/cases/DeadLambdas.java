// A lambda in code that javac drops: its body is there, and nothing refers to it.
package fuzz.programs;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.*;
import fuzz.kit.*;

public class DeadLambdas {
    private static final boolean DEBUG = false;

    @Async
    static Coroutine<Integer> underAConstant(Tape tape) throws Exception {
        if (DEBUG) {
            AsyncSupplier<Integer> dead = () -> result(await(tape.value(1)));
            return dead.get();
        }
        return result(await(tape.value(2)));
    }

    @Async
    static Coroutine<Integer> inAnUpdateThatIsNeverReached(Tape tape, int n) throws Exception {
        for (int i = 0; i < n; i += await(((AsyncSupplier<Integer>) () -> result(await(tape.value(1)))).get())) {
            break;
        }
        return result(await(tape.value(3)));
    }

    @Async
    static Coroutine<Integer> inAConditionThatIsNeverReached(Tape tape, int n) throws Exception {
        do {
            if (n > 0) {
                return result(await(tape.value(4)));
            }
            break;
        } while (await(((AsyncSupplier<Integer>) () -> result(await(tape.value(1)))).get()) > 0);
        return result(5);
    }

    @Async
    public static Coroutine<Object> main() throws Exception {
        Tape tape = Tape.current();
        tape.log(await(underAConstant(tape)), await(inAnUpdateThatIsNeverReached(tape, 2)));
        return result((Object) await(inAConditionThatIsNeverReached(tape, 1)));
    }
}
