package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Branches: statements, operators, patterns. */
final class Conditionals {
    @Shape
    @Async
    static Coroutine<String> ifElseChain(Tape tape) {
        String all = "";
        for (int n = -1; n <= 2; n++) {
            if (await(tape.value(n)) < 0) {
                all += "negative";
            } else if (n == await(tape.value(0))) {
                all += "zero";
            } else if (n == 1) {
                all += await(tape.value("one"));
            } else {
                all += "many" + await(tape.value(n));
            }
            all += ";";
        }
        return result(all);
    }

    @Shape
    @Async
    static Coroutine<String> ternaries(Tape tape) {
        int n = await(tape.value(5));
        String s = n < 0
                ? "minus"
                : n == 0 ? await(tape.value("zero")) : n < 10 ? "digit " + await(tape.value(n)) : "number";
        int m = await(tape.value(false))
                ? await(tape.value(1))
                : await(tape.value(true)) ? 2 + await(tape.value(20)) : 3;
        return result(s + (m > n ? await(tape.value('>')) : await(tape.value('<'))) + m);
    }

    @Shape
    @Async
    static Coroutine<Integer> ternaryAmongOperands(Tape tape) {
        int a = 100;
        int n = a
                + (await(tape.value(true)) ? await(tape.value(1)) : 2) * (a > 5 ? 3 : await(tape.value(4)))
                - Math.max(a, await(tape.value(false)) ? 7 : await(tape.value(8)));
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<String> shortCircuits(Tape tape) {
        boolean a = await(tape.value(true)) || await(tape.value(true));
        boolean b = await(tape.value(false)) && await(tape.value(true));
        boolean c = a && (b || await(tape.value(true))) && !(await(tape.value(false)) || !await(tape.value(true)));
        boolean d = b | await(tape.value(false)) || a & await(tape.value(true)) ^ c;
        tape.log(a, b, c, d);
        if (a && await(tape.value(1)) == 1 || await(tape.value(2)) == 2) {
            tape.log("in");
        }
        if (!(await(tape.value(0)) > 0 && await(tape.value(1)) > 0)) {
            tape.log("not both");
        }
        return result("" + (a ? b || await(tape.value(c)) : d && c));
    }

    @Shape
    @Async
    static Coroutine<Integer> conditionStoredAsValue(Tape tape) {
        boolean x = await(tape.value(3)) > 2;
        boolean y = x == (await(tape.value(1)) < 0);
        x = y ? !x : y != await(tape.value(true));
        y ^= x;
        return result((x ? 1 : 0) + (y ? 2 : 0) + (x && y ? 4 : 0));
    }

    @Shape
    @Async
    static Coroutine<String> instanceOfPatterns(Tape tape) {
        StringBuilder s = new StringBuilder();
        for (Object o : new Object[] {"text", 42, 3.5, null, 'c'}) {
            if (await(tape.value(o)) instanceof String text && text.length() > await(tape.value(2))) {
                s.append(text).append(await(tape.value(text.length())));
            } else if (o instanceof Integer n && await(tape.value(n)) == 42) {
                s.append(n + 1);
            } else if (!(o instanceof Double d)) {
                s.append(await(tape.value("other")));
            } else {
                await(tape.value("pause"));
                s.append(d * 2);
            }
            s.append(' ');
        }
        return result(s.toString());
    }

    @Shape
    @Async
    static Coroutine<Integer> patternBindingLivesOn(Tape tape) {
        Object o = await(tape.<Object>value("binding"));
        if (!(o instanceof String s)) {
            return result(-1);
        }
        await(tape.value("pause"));
        while (!(o instanceof Integer n)) {
            o = await(tape.value(s.length()));
        }
        return result(n + await(tape.value(1)));
    }

    @Shape
    @Async
    static Coroutine<Boolean> instanceOfAwaited(Tape tape) {
        boolean a = await(tape.<Object>value("x")) instanceof Comparable<?>;
        boolean b = await(tape.<Object>value(null)) instanceof String;
        boolean c = await(tape.<Object>value(new int[0])) instanceof int[] ints && ints.length == await(tape.value(0));
        tape.log(a, b, c);
        return result(a && !b && c);
    }

    @Shape
    @Async
    static Coroutine<Integer> branchesThatReturnEarly(Tape tape) {
        if (await(tape.value(1)) > 1) {
            return result(1);
        }
        if (await(tape.value(2)) > 1) {
            if (await(tape.value(false))) {
                return result(2);
            }
        } else {
            return result(3);
        }
        return await(tape.value(true)) ? result(4) : result(await(tape.value(5)));
    }

    @Shape
    @Async
    static Coroutine<Void> constantConditions(Tape tape) {
        final boolean never = false;
        if (never) {
            tape.log(await(tape.value("never")));
        }
        if (true) {
            tape.log(await(tape.value("always")));
        }
        int n = 1 > 0 ? await(tape.value(1)) : 2;
        tape.log(n);
        return done();
    }

    @Shape
    @Async
    static Coroutine<String> nullOrValue(Tape tape) {
        String a = await(tape.value(true)) ? null : "else";
        String b = a == null ? await(tape.value("was null")) : a + await(tape.value("!"));
        String c = b.isEmpty() ? b : null;
        await(tape.value("pause"));
        return result(a + b + c);
    }

    private static Object either(Tape tape, Object a, Object b) {
        tape.log("either", a, b);
        return a != null ? a : b;
    }

    @Shape
    @Async
    static Coroutine<Object> branchesInSeveralArguments(Tape tape) {
        return result(either(
                tape,
                await(tape.value(true)) ? null : await(tape.value("a")),
                await(tape.value(1)) > 0 && await(tape.value(2)) > 0 ? await(tape.value('b')) : 17L));
    }
}
