package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.NoSuchElementException;
import shapes.kit.CheckedMishap;
import shapes.kit.FatalMishap;
import shapes.kit.Mishap;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** A failure is thrown at the await, and caught where it would be caught in plain code. */
final class TryCatch {
    @Async
    private static Coroutine<String> read(Tape tape, String name) throws IOException {
        await(tape.value(name));
        if (name.startsWith("no")) {
            throw new FileNotFoundException(name);
        }
        if (name.isEmpty()) {
            throw new IOException("empty");
        }
        return result("content of " + name);
    }

    @Shape
    @Async
    static Coroutine<String> caughtAtOnce(Tape tape) {
        try {
            return result(await(tape.value("fine")));
        } catch (RuntimeException e) {
            return result("runtime " + e.getMessage());
        } catch (Exception e) {
            return result("checked " + e.getMessage());
        } catch (Error e) {
            return result("error " + e.getMessage());
        }
    }

    @Shape
    @Async
    static Coroutine<String> checkedExceptionPassesUnwrapped(Tape tape) throws IOException {
        StringBuilder s = new StringBuilder();
        for (String name : new String[] {"a", "nob", "", "d"}) {
            try {
                s.append(await(read(tape, name)));
            } catch (FileNotFoundException e) {
                s.append("missing ").append(e.getMessage());
            } catch (IOException e) {
                s.append(await(tape.value(e.getMessage())));
            }
            s.append(';');
        }
        return result(s + await(read(tape, "nothing")));
    }

    @Shape
    @Async
    static Coroutine<Integer> awaitInTryAndCatch(Tape tape) {
        int n = 1;
        try {
            n += await(tape.value(10));
            if (n == 11) {
                throw new IllegalStateException("eleven");
            }
            n = 0;
        } catch (IllegalStateException e) {
            n += await(tape.value(100));
            tape.log(e, n);
        }
        return result(n + await(tape.value(1000)));
    }

    @Shape
    @Async
    static Coroutine<String> innerDoesNotMatchOuterDoes(Tape tape) {
        String where = "start";
        try {
            where = "outer";
            try {
                where = await(tape.value("inner"));
                Object o = where;
                tape.log((Integer) o);
            } catch (ArithmeticException e) {
                where = "wrong handler";
            }
            where = "unreachable";
        } catch (ClassCastException e) {
            tape.log("at", where);
            where += await(tape.value(" cast"));
        }
        return result(where);
    }

    @Shape
    @Async
    static Coroutine<String> assignedInTryReadInCatch(Tape tape) {
        int step = 0;
        String note = "none";
        long wide = 1;
        try {
            step = 1;
            await(tape.value("first"));
            step = 2;
            note = "second";
            wide <<= 33;
            await(tape.value("second"));
            step = 3;
            note = null;
            await(tape.value("third"));
            step = 4;
        } catch (Throwable e) {
            tape.log("caught", e, "at step", step, note, wide);
            await(tape.value("in catch"));
        }
        return result(step + note + wide);
    }

    @Shape
    @Async
    static Coroutine<String> oldValueOfAFailedAssignmentIsKept(Tape tape) {
        String s = "old";
        int n = 1;
        try {
            s = await(tape.value("new"));
            n = s.length() + await(tape.value(5));
            n += await(tape.value(n)) * 2;
        } catch (Exception | FatalMishap e) {
            tape.log(e.getMessage());
        }
        return result(s + n);
    }

    @Shape
    @Async
    static Coroutine<String> multiCatch(Tape tape) {
        String s = "";
        for (int i = 0; i < 3; i++) {
            try {
                switch (await(tape.value(i))) {
                    case 0 -> throw new IllegalStateException("zero");
                    case 1 -> throw new NoSuchElementException("one");
                    default -> throw new IOException("two");
                }
            } catch (IllegalStateException | NoSuchElementException e) {
                s += e.getMessage() + await(tape.value("!"));
            } catch (IOException | Mishap | FatalMishap e) {
                s += await(tape.value(e.getClass().getSimpleName()));
            } catch (RuntimeException e) {
                s += "other";
            }
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<Integer> rethrow(Tape tape) throws CheckedMishap {
        try {
            try {
                return result(await(tape.value(1)));
            } catch (Mishap e) {
                tape.log("rethrown", await(tape.value(e.getMessage())));
                throw e;
            } catch (FatalMishap e) {
                throw new IllegalStateException("wrapped", e);
            }
        } catch (IllegalStateException e) {
            tape.log(e, await(tape.value("outer")));
            throw new CheckedMishap(e.getMessage());
        }
    }

    @Shape
    @Async
    static Coroutine<String> failureAndPlainThrowAreTheSame(Tape tape) {
        StringBuilder s = new StringBuilder();
        try {
            tape.risky("plain");
            s.append(await(tape.value("awaited")));
            tape.risky("plain again");
            s.append(".");
        } catch (Exception e) {
            s.append(e.getMessage());
            tape.risky("in catch");
            s.append(await(tape.value(s.length())));
        }
        return result(s.toString());
    }

    @Shape
    @Async
    static Coroutine<Integer> depthOfFour(Tape tape) {
        int depth = 0;
        try {
            depth = 1;
            await(tape.value(1));
            try {
                depth = 2;
                await(tape.value(2));
                try {
                    depth = 3;
                    await(tape.value(3));
                    try {
                        depth = 4;
                        await(tape.value(4));
                        throw new Mishap("thrown at " + depth);
                    } catch (FatalMishap e) {
                        tape.log("level 4", e, await(tape.value(depth)));
                    }
                    await(tape.value(33));
                } catch (IllegalArgumentException e) {
                    tape.log("level 3", e);
                }
                depth += 10;
            } catch (Mishap e) {
                tape.log("level 2", e, depth, await(tape.value(22)));
                depth += 100;
            }
            await(tape.value(depth));
        } catch (Exception e) {
            tape.log("level 1", e, depth, await(tape.value(11)));
        }
        return result(depth);
    }

    @Shape
    @Async
    static Coroutine<String> catchInLoop(Tape tape) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            try {
                if (i == await(tape.value(2))) {
                    throw new IllegalStateException("two");
                }
                s.append(i);
                continue;
            } catch (IllegalStateException | Mishap e) {
                s.append('!').append(await(tape.value(i)));
                if (i > 0) {
                    break;
                }
            }
            s.append(',');
        }
        return result(s.toString());
    }

    @Shape
    @Async
    static Coroutine<Integer> exceptionVariableLivesAcrossAwaits(Tape tape) {
        try {
            throw new IllegalStateException("kept");
        } catch (IllegalStateException e) {
            int before = e.getMessage().length();
            await(tape.value("pause"));
            try {
                await(tape.value("pause"));
                tape.log(e, before);
                throw new IllegalArgumentException(e);
            } catch (IllegalArgumentException f) {
                await(tape.value("pause"));
                return result(f.getCause() == e ? before : -1);
            }
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> declaredForTheHandlerByClass(Tape tape) {
        try {
            return result(await(tape.value(1), CheckedMishap.class));
        } catch (CheckedMishap e) {
            tape.log(e);
            return result(await(tape.coroutine(2), RuntimeException.class));
        }
    }

    @Shape
    @Async
    static Coroutine<String> stageFailuresArriveUnwrapped(Tape tape) {
        String s = "";
        try {
            s += await(tape.stage("one"));
            s += await(tape.stage("two"));
        } catch (Exception e) {
            s += e.getClass().getSimpleName() + await(tape.stage("three"));
        }
        return result(s + await(Coroutine.of(tape.stage("four"))));
    }

    @Shape
    @Async
    static Coroutine<String> awaitOutsideTheTryIsNotCaught(Tape tape) {
        String a = await(tape.value("a"));
        try {
            tape.risky("b");
        } catch (Mishap | FatalMishap e) {
            a += "caught";
        }
        String c = await(tape.value("c"));
        try {
            c += "d";
        } catch (RuntimeException e) {
            c += "never";
        }
        return result(a + c + await(tape.value("e")));
    }

    @Shape
    @Async
    static Coroutine<String> sameSlotHoldsExceptionThenOther(Tape tape) {
        String s = "";
        try {
            int[] held = {await(tape.value(1))};
            s += held[0] / await(tape.value(0));
        } catch (ArithmeticException e) {
            s += await(tape.value(e.getMessage()));
        }
        {
            long wide = await(tape.value(5L));
            await(tape.value("pause"));
            s += wide;
        }
        try {
            float f = await(tape.value(1f));
            s += f;
        } catch (Mishap unused) {
            await(tape.value("pause"));
        } finally {
            s += await(tape.value("end"));
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<Void> errorOfOneKindOfTheTape(Tape tape) {
        try {
            await(tape.value("x"));
        } catch (FatalMishap e) {
            tape.log("only the error", e);
        }
        tape.log("end");
        return done();
    }

    @Shape
    @Async
    static Coroutine<Integer> tryWithOperandsBelow(Tape tape) {
        int n = 7;
        int m = n
                + switch (n) {
                    default -> {
                        try {
                            yield n * await(tape.value(2));
                        } catch (Throwable t) {
                            yield n - await(tape.value(1));
                        }
                    }
                }
                + await(tape.value(100));
        return result(m);
    }
}
