package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.io.Closeable;
import java.util.List;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** The null constant has no type, and merged types have no name. */
final class Nulls {
    private static String describe(Object a, String b, int[] c, Object d) {
        return a + "," + b + "," + (c == null) + "," + d;
    }

    @Shape
    @Async
    static Coroutine<String> constantsAsOperands(Tape tape) {
        return result(describe(null, null, null, await(tape.value(1)))
                + describe(null, await(tape.value("b")), null, await(tape.value(2))));
    }

    @Shape
    @Async
    static Coroutine<Integer> onlyEverNull(Tape tape) {
        String never = null;
        int[] none = null;
        await(tape.value("pause"));
        tape.log(never, none == null, never == null);
        await(tape.value("pause"));
        return result(never.length() + await(tape.value(none)).length);
    }

    @Shape
    @Async
    static Coroutine<Integer> nullLocalThenPrimitiveInItsSlot(Tape tape) {
        {
            Object o = null;
            tape.log(o, await(tape.value("o")));
        }
        int n = 5;
        await(tape.value("pause"));
        {
            String s = null;
            await(tape.value("pause"));
            tape.log(s);
        }
        long l = 7;
        await(tape.value("pause"));
        return result((int) (n + l));
    }

    @Shape
    @Async
    static Coroutine<String> nullMergedWithString(Tape tape) {
        String s = null;
        if (await(tape.value(true))) {
            s = "set";
        }
        await(tape.value("pause"));
        String t = await(tape.value("t"));
        if (await(tape.value(true))) {
            t = null;
        }
        await(tape.value("pause"));
        return result(s.concat(t + s.length()));
    }

    @Shape
    @Async
    static Coroutine<String> nullMergedInALoop(Tape tape) {
        String last = null;
        List<Integer> list = null;
        for (int i = 0; i < 3; i++) {
            tape.log("last", last, list);
            last = await(tape.value("v" + i));
            list = i == 1 ? null : List.of(i, await(tape.value(i)));
        }
        return result(last.toUpperCase() + list);
    }

    @Shape
    @Async
    static Coroutine<String> interfacesMerge(Tape tape) {
        CharSequence text = await(tape.value(true)) ? new StringBuilder("builder") : "string";
        await(tape.value("pause"));
        var both = await(tape.value(false)) ? Integer.valueOf(1) : "comparable";
        await(tape.value("pause"));
        Comparable<?> c = both;
        tape.log(c.getClass().getSimpleName());
        return result(text.length() + text.toString() + both);
    }

    private interface Bell {
        String ring();
    }

    private static final class Door implements Bell, Closeable {
        @Override
        public String ring() {
            return "ding";
        }

        @Override
        public void close() {}
    }

    private static final class Bike implements Closeable, Bell {
        @Override
        public String ring() {
            return "tring";
        }

        @Override
        public void close() {}
    }

    @Shape
    @Async
    static Coroutine<String> unrelatedClassesMeetAtAnInterface(Tape tape) {
        Bell bell;
        if (await(tape.value(true))) {
            bell = new Door();
        } else {
            bell = new Bike();
        }
        await(tape.value("pause"));
        String s = (await(tape.value(false)) ? new Door() : new Bike()).ring();
        return result(s + bell.ring() + await(tape.value(1)) + bell.ring());
    }

    @Shape
    @Async
    static Coroutine<String> nullAwaitableFails(Tape tape) {
        dev.fermata.Awaitable<String> none = null;
        try {
            await(tape.value("first"));
            return result(await(none));
        } catch (NullPointerException e) {
            return result("null: " + await(tape.value("caught")));
        }
    }

    @Shape
    @Async
    static Coroutine<Object> nullAsEveryKindOfValue(Tape tape) {
        Object a = await(tape.<Object>value(null));
        Object b = await(result(null));
        Void c = await(done());
        Integer d = await(tape.<Integer>value(null));
        tape.log(a, b, c, d);
        return result(null);
    }

    @Shape
    @Async
    static Coroutine<String> nullHeldWhileItsSiblingIsAwaited(Tape tape) {
        String[] names = {null, "n"};
        String s = names[0] + names[await(tape.value(1))] + (names[0] == null ? null : names[0] + await(tape.value(2)));
        Object o = null;
        o = await(tape.value(o == null)) ? o : "other";
        return result(s + o);
    }
}
