package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** A coroutine runs when it is awaited, and where it is awaited. */
final class Laziness {
    @Async
    private static Coroutine<String> logging(Tape tape, String name) {
        tape.log("begin", name);
        String s = await(tape.value(name));
        tape.log("end", name);
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> runsWhenAwaited(Tape tape) {
        Coroutine<String> first = tape.later(() -> logging(tape, "first"));
        Coroutine<String> second = tape.later(() -> logging(tape, "second"));
        tape.log("made");
        String s = await(second);
        tape.log("between");
        return result(s + await(first));
    }

    @Shape
    @Async
    static Coroutine<String> failsWhereItIsAwaited(Tape tape) {
        Coroutine<String> broken = tape.later(() -> broken(tape));
        try {
            tape.log("made");
        } catch (IllegalStateException e) {
            tape.log("too early");
        }
        try {
            return result(await(broken));
        } catch (IllegalStateException e) {
            return result(e.getMessage() + await(tape.value("!")));
        }
    }

    @Async
    private static Coroutine<String> broken(Tape tape) {
        tape.log("breaking");
        throw new IllegalStateException("broken");
    }

    private static final class Ticket implements Awaitable<Integer> {
        private final Tape tape;
        private int uses;

        Ticket(Tape tape) {
            this.tape = tape;
        }

        @Override
        public Coroutine<Integer> asCoroutine() {
            tape.log("ticket used");
            return number(++uses);
        }

        @Async
        private Coroutine<Integer> number(int n) {
            return result(n * await(tape.value(10)));
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> ownAwaitable(Tape tape) {
        Ticket ticket = new Ticket(tape);
        int n = await(ticket) + await(ticket);
        Awaitable<Integer> lambda = () -> tape.coroutine(7);
        return result(n + await(lambda) + await(lambda));
    }

    @Shape(awaits = false)
    @Async
    static Coroutine<Object> awaitableThatFailsToMakeItsCoroutine(Tape tape) {
        Awaitable<Object> bad = () -> {
            throw new UnsupportedOperationException("no coroutine");
        };
        try {
            return result(await(bad));
        } catch (UnsupportedOperationException e) {
            tape.log(e);
            return result("caught");
        }
    }

    @Shape(awaits = false)
    @Async
    static Coroutine<String> bareSuspend(Tape tape) {
        String answer = Coroutine.suspend("question");
        tape.log("answered", answer);
        Object nothing = Coroutine.suspend(null);
        int n = 5 + Coroutine.<String>suspend(answer.length()).length();
        return result(nothing + answer + n);
    }

    @Shape
    @Async
    static Coroutine<String> suspendBelowAwaits(Tape tape) {
        String s = "";
        for (int i = 0; i < 3; i++) {
            s += await(asking(tape, i)) + i;
        }
        return result(s);
    }

    @Async
    private static Coroutine<String> asking(Tape tape, int n) {
        try {
            String answer = Coroutine.suspend(n);
            return result(answer + await(tape.value(n)));
        } finally {
            tape.log("asked", Coroutine.<Object>suspend("finally " + n));
        }
    }

    @Shape
    @Async
    static Coroutine<Void> coroutinesOfValues(Tape tape) {
        tape.log(await(result(1)), await(result("two")), await(done()));
        Coroutine<Integer> kept = result(await(tape.value(3)));
        await(tape.value("pause"));
        tape.log(await(kept));
        return done();
    }
}
