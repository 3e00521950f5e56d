package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** synchronized blocks that hold no await, among code that does. */
final class Monitors {
    private static final Object LOCK = new Object();

    private static synchronized int locked(int n) {
        return n + 1;
    }

    @Shape
    @Async
    static Coroutine<Integer> betweenAwaits(Tape tape) {
        int n = await(tape.value(1));
        synchronized (LOCK) {
            n = locked(n) * 10;
        }
        n += await(tape.value(100));
        tape.log(Thread.holdsLock(LOCK));
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Integer> awaitedMonitor(Tape tape) {
        int n = 0;
        synchronized (await(tape.value(LOCK))) {
            n++;
        }
        return result(n + await(tape.value(1)));
    }

    @Shape
    @Async
    static Coroutine<Integer> leftByJumps(Tape tape) {
        int n = await(tape.value(90));
        for (int i = 0; i < 5; i++) {
            synchronized (LOCK) {
                if (n > 200) {
                    break;
                }
                if (i == 1) {
                    continue;
                }
                n += i;
            }
            n += await(tape.value(100));
        }
        tape.log(Thread.holdsLock(LOCK));
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<String> leftByReturn(Tape tape) {
        int n = await(tape.value(1));
        synchronized (LOCK) {
            if (n == 1) {
                return result("inside " + n);
            }
        }
        return result("outside" + await(tape.value(2)));
    }

    @Shape
    @Async
    static Coroutine<Void> leftByAnException(Tape tape) {
        try {
            synchronized (LOCK) {
                throw new IllegalStateException("inside");
            }
        } catch (IllegalStateException e) {
            tape.log(e, Thread.holdsLock(LOCK), await(tape.value("after")));
        }
        return done();
    }

    @Shape
    @Async
    static Coroutine<Integer> insideTryWithAwaitInFinally(Tape tape) {
        int n = 0;
        try {
            n += await(tape.value(1));
            synchronized (LOCK) {
                n = locked(n);
            }
        } finally {
            n += await(tape.value(10));
            tape.log(n, Thread.holdsLock(LOCK));
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<String> asyncLambdaMadeInside(Tape tape) throws Exception {
        AsyncSupplier<String> lambda;
        synchronized (LOCK) {
            synchronized (tape) {
                lambda = () -> result(await(tape.value("later")) + Thread.holdsLock(LOCK));
            }
        }
        return result(await(lambda.get()));
    }
}
