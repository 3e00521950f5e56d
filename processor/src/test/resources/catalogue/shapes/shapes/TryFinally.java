package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.List;
import shapes.kit.Mishap;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Finally blocks, which javac copies to each way out. */
final class TryFinally {
    @Shape
    @Async
    static Coroutine<Integer> awaitInTry(Tape tape) {
        int n = 0;
        try {
            n = await(tape.value(1));
        } finally {
            tape.log("finally", n);
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Integer> awaitInFinally(Tape tape) {
        int n = tape.risky(1);
        try {
            n += tape.risky(2);
        } finally {
            n += await(tape.value(10));
            tape.log("finally", n);
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Integer> awaitInTryCatchAndFinally(Tape tape) {
        int n = 0;
        try {
            n += await(tape.value(1));
            tape.log("tried");
        } catch (Exception e) {
            n += await(tape.value(10));
            tape.log("caught", e);
        } finally {
            n += await(tape.value(100));
            tape.log("finally", n);
        }
        return result(n + await(tape.value(1000)));
    }

    @Shape
    @Async
    static Coroutine<String> returnThroughFinally(Tape tape) {
        String s = "a";
        try {
            return result(s + await(tape.value("b")));
        } finally {
            s = "changed" + await(tape.value("f"));
            tape.log(s);
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> returnValueIsFixedBeforeFinally(Tape tape) {
        int n = 1;
        try {
            n += await(tape.value(1));
            return result(n);
        } finally {
            n = 100;
            n += await(tape.value(1));
            tape.log(n);
        }
    }

    @Shape
    @Async
    @SuppressWarnings("finally")
    static Coroutine<String> returnInFinallyOverrides(Tape tape) {
        try {
            if (await(tape.value(true))) {
                return result("lost");
            }
            throw new IllegalStateException("lost too");
        } finally {
            tape.log("finally");
            return result(await(tape.value("wins")));
        }
    }

    @Shape
    @Async
    @SuppressWarnings("finally")
    static Coroutine<String> returnInFinallyDropsTheException(Tape tape) {
        for (int i = 0; ; i++) {
            try {
                tape.log("throwing", await(tape.value(i)));
                throw new IllegalStateException("dropped");
            } finally {
                if (i == 1) {
                    return result("in spite of it " + await(tape.value(i)));
                }
                continue;
            }
        }
    }

    @Shape
    @Async
    @SuppressWarnings("finally")
    static Coroutine<Integer> breakInFinally(Tape tape) {
        int n = 0;
        while (true) {
            try {
                n += await(tape.value(1));
                throw new Mishap("dropped");
            } finally {
                n += await(tape.value(10));
                if (n > 30) {
                    break;
                }
                continue;
            }
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Integer> throwInFinallyReplaces(Tape tape) {
        try {
            try {
                await(tape.value("body"));
                throw new IllegalStateException("first");
            } finally {
                if (await(tape.value(true))) {
                    throw new IllegalArgumentException("second");
                }
            }
        } catch (IllegalArgumentException e) {
            tape.log(e);
            return result(await(tape.value(2)));
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> throwInCatchRunsFinally(Tape tape) {
        int n = 0;
        try {
            try {
                n = await(tape.value(1));
                throw new IllegalStateException("body");
            } catch (IllegalStateException e) {
                n += await(tape.value(10));
                throw new UnsupportedOperationException("handler", e);
            } finally {
                n += await(tape.value(100));
                tape.log("finally", n);
            }
        } catch (UnsupportedOperationException e) {
            tape.log(e);
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<String> breakAndContinueRunFinally(Tape tape) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            try {
                if (await(tape.value(i)) == 1) {
                    continue;
                }
                if (i == 3) {
                    break;
                }
                s.append(i);
            } finally {
                s.append('f').append(await(tape.value(i)));
            }
            s.append(',');
        }
        return result(s.toString());
    }

    @Shape
    @Async
    static Coroutine<String> nestedFinallies(Tape tape) {
        StringBuilder s = new StringBuilder();
        try {
            try {
                try {
                    try {
                        s.append(await(tape.value("body ")));
                    } finally {
                        s.append(await(tape.value("one ")));
                    }
                } finally {
                    s.append(await(tape.value("two ")));
                }
            } finally {
                s.append("three ").append(await(tape.value(3)));
            }
        } finally {
            tape.log(s);
            s.append(await(tape.value("four")));
        }
        return result(s.toString());
    }

    @Shape
    @Async
    static Coroutine<String> tryInFinallyAndCatch(Tape tape) {
        String s = "";
        try {
            s += await(tape.value("body "));
            s = s.repeat(tape.risky(1));
        } catch (RuntimeException e) {
            try {
                s += await(tape.value("handler "));
            } catch (Mishap f) {
                s += "second failure ";
            } finally {
                s += await(tape.value("handler's end "));
            }
        } finally {
            try {
                s += await(tape.value("finally "));
            } finally {
                s += await(tape.value("finally's end"));
                tape.log(s);
            }
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<Integer> returnFromTryInLoopInTry(Tape tape) {
        int outer = 0;
        try {
            for (int i = 0; i < 5; i++) {
                try {
                    if (i == await(tape.value(2))) {
                        return result(i + outer);
                    }
                } finally {
                    outer += await(tape.value(10));
                }
            }
            return result(-1);
        } finally {
            tape.log("outer", outer, await(tape.value("end")));
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> finallyWithLoopAndSwitch(Tape tape) {
        int n = 0;
        try {
            n = await(tape.value(2));
        } finally {
            for (int i = 0; i < n + 1; i++) {
                switch (i) {
                    case 0 -> n += await(tape.value(0));
                    case 1 -> tape.log("one");
                    default -> tape.log("more", await(tape.value(i)));
                }
            }
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Integer> booleanFlagsThroughFinally(Tape tape) {
        boolean ok = false;
        int rounds = 0;
        while (!ok) {
            boolean inner = true;
            try {
                inner = await(tape.value(rounds > 1));
                ok = inner;
            } finally {
                rounds++;
                tape.log(ok, inner, rounds, await(tape.value(inner)));
            }
        }
        return result(rounds);
    }

    @Shape
    @Async
    static Coroutine<Void> assignedInTryReadInFinally(Tape tape) {
        List<String> list = null;
        double d = 0;
        char c = 'a';
        try {
            c++;
            list = List.of(await(tape.value("x")));
            d = await(tape.value(2.5));
            c = await(tape.value('z'));
            list = List.of();
        } finally {
            tape.log(list, d, c);
            await(tape.value("pause"));
            tape.log(list, d, c);
        }
        return done();
    }

    @Shape
    @Async
    static Coroutine<Integer> emptyTryAndEmptyFinally(Tape tape) {
        try {
        } finally {
            tape.log(await(tape.value("only finally")));
        }
        int n = 0;
        try {
            n = await(tape.value(1));
        } finally {
        }
        try {
            n++;
        } catch (RuntimeException e) {
            n = await(tape.value(-1));
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Integer> returnFromCatchThroughTwoFinallies(Tape tape) {
        try {
            try {
                throw new IllegalStateException(await(tape.value("x")));
            } catch (IllegalStateException e) {
                return result(await(tape.value(e.getMessage().length())));
            } finally {
                tape.log("inner", await(tape.value(1)));
            }
        } finally {
            tape.log("outer", await(tape.value(2)));
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> callerSeesWhatCalleesFinallyThrew(Tape tape) {
        int n = 0;
        try {
            n = await(guarded(tape, 3));
        } catch (Mishap e) {
            n = await(guarded(tape, 4)) * 100;
        } finally {
            n += await(guarded(tape, 5));
        }
        return result(n);
    }

    @Async
    private static Coroutine<Integer> guarded(Tape tape, int n) {
        try {
            return result(n + await(tape.value(n)));
        } finally {
            tape.log("leaving", n, await(tape.value("guard")));
        }
    }
}
