package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** String concatenation is one invokedynamic, with all its operands on the stack. */
final class Strings {
    private static final String CONSTANT = "\u0001const\u0002";

    private String field = "f";

    @Shape
    @Async
    static Coroutine<String> concatenation(Tape tape) {
        return result("a" + await(tape.value(1)) + "b" + await(tape.value("c")) + 'd' + await(tape.value(2.0)));
    }

    @Shape
    @Async
    static Coroutine<String> allTypesOnTheStack(Tape tape) {
        long l = 1L << 50;
        double d = 0.1;
        float f = 2.5f;
        boolean b = true;
        char c = 'c';
        byte y = -1;
        short s = 300;
        Object o = null;
        return result(
                l + "," + d + "," + f + b + c + y + s + o + await(tape.value("!")) + l + d + f + b + c + y + s + o);
    }

    @Shape
    @Async
    static Coroutine<String> recipeWithReservedCharacters(Tape tape) {
        return result(CONSTANT + await(tape.value(1)) + "\u0001" + await(tape.value(2)) + CONSTANT + "\u0002");
    }

    @Shape
    @Async
    static Coroutine<String> plusEquals(Tape tape) {
        String s = "s";
        s += await(tape.value(1));
        s += s + await(tape.value('c')) + s;
        String[] a = {"x", null};
        int i = 0;
        a[i++] += await(tape.value(2L));
        a[i] += await(tape.value(false));
        Strings o = new Strings();
        o.field += await(tape.value("g"));
        await(tape.value(o)).field += 5 + await(tape.value(6));
        return result(s + a[0] + a[1] + o.field);
    }

    @Shape
    @Async
    static Coroutine<String> inLoop(Tape tape) {
        String line = "";
        for (int i = 0; i < 5; i++) {
            line += (i == 0 ? "" : ", ") + await(tape.value(i * i)) + (i % 2 == 0 ? 'e' : "odd");
        }
        return result(line);
    }

    @Shape
    @Async
    static Coroutine<String> nullOperands(Tape tape) {
        String nothing = null;
        String s = nothing + await(tape.value(null)) + nothing;
        s += null;
        return result(s + await(tape.<Object>value(null)));
    }

    @Shape
    @Async
    static Coroutine<String> manyOperands(Tape tape) {
        int n = 1;
        return result(
                "" + n + n + n + n + n + n + n + n + n + n + await(tape.value(2)) + n + n + n + n + n + n + n + n + n
                        + n + n + n + n + n + n + await(tape.value(3L)) + n + n + n + n + n + n + n + n + n + n + n + n
                        + n + n + n
                        + await(tape.value(4.0)) + n + n + n);
    }

    @Shape
    @Async
    static Coroutine<String> textBlock(Tape tape) {
        String block = """
                Dear %s,
                  you owe us "%d".\tBye\
                """
                .formatted(await(tape.value("Ann")), await(tape.value(12)));
        return result(block + """

                PS: %s
                """ + await(tape.value("none")));
    }

    @Shape
    @Async
    static Coroutine<String> charsAreAddedOrAppended(Tape tape) {
        char a = 'a';
        String s = a + await(tape.value('b')) + "|" + a + await(tape.value('b')) + (char) (a + await(tape.value(2)));
        a++;
        return result(s + a);
    }

    @Shape
    @Async
    static Coroutine<Void> operandThatThrowsInToString(Tape tape) {
        Object bad = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        };
        try {
            tape.log("a" + await(tape.value(1)) + bad + await(tape.value(2)));
        } catch (IllegalStateException e) {
            tape.log("caught", e, await(tape.value(3)));
        }
        return done();
    }

    @Shape
    @Async
    static Coroutine<Boolean> internedConstantsStayIdentical(Tape tape) {
        String kept = "constant";
        await(tape.value(1));
        return result(kept == "constant" && await(tape.value(true)));
    }
}
