package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import shapes.kit.Mishap;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** try with resources: what javac makes of it is the richest try there is. */
@SuppressWarnings("try")
final class Resources {
    private static final class Valve implements AutoCloseable {
        private final Tape tape;
        private final String name;
        private final boolean leaks;

        Valve(Tape tape, String name, boolean leaks) {
            this.tape = tape;
            this.name = name;
            this.leaks = leaks;
            tape.log("open", name);
        }

        int flow() {
            return name.length();
        }

        @Override
        public void close() {
            tape.log("close", name);
            if (leaks) {
                throw new IllegalStateException(name + " leaks");
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Async
    private static Coroutine<Valve> open(Tape tape, String name) {
        await(tape.value(name));
        return result(new Valve(tape, name, false));
    }

    @Shape
    @Async
    static Coroutine<Integer> one(Tape tape) {
        try (Valve v = new Valve(tape, "v", false)) {
            tape.log("flow", v.flow());
            return result(await(tape.value(1)) + v.flow());
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> awaitInTheInitialiser(Tape tape) {
        int n = 0;
        try (Valve v = await(open(tape, "awaited"))) {
            n = await(tape.value(v.flow()));
        }
        return result(n + await(tape.value(1)));
    }

    @Shape
    @Async
    static Coroutine<String> three(Tape tape) {
        String s = "";
        try (Valve a = await(open(tape, "a"));
                Valve b = new Valve(tape, "b" + await(tape.value("!")), false);
                var c = await(open(tape, "ccc"))) {
            s += await(tape.value(a.name)) + b.flow() + c;
        } finally {
            s += await(tape.value("finally"));
            tape.log(s);
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> closeThrows(Tape tape) {
        try (Valve v = new Valve(tape, "bad", true)) {
            return result(await(tape.value("lost")));
        } catch (IllegalStateException e) {
            return result(e.getMessage() + await(tape.value("!")));
        }
    }

    @Shape
    @Async
    static Coroutine<String> bodyAndCloseThrow(Tape tape) {
        try (Valve a = new Valve(tape, "one", true);
                Valve b = new Valve(tape, "two", true)) {
            await(tape.value("body"));
            throw new UnsupportedOperationException("body");
        } catch (UnsupportedOperationException | Mishap e) {
            tape.log(e);
            return result(await(tape.value("caught")) + e.getSuppressed().length);
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> nullResource(Tape tape) {
        try (Valve v = null;
                Valve w = await(tape.<Valve>value(null))) {
            tape.log(v, w);
            return result(await(tape.value(3)));
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> variableAsResource(Tape tape) {
        Valve v = await(open(tape, "outside"));
        try (v) {
            await(tape.value("inside"));
        }
        final Valve w = new Valve(tape, "again", false);
        try (v;
                w) {
            tape.log(await(tape.value(v.flow() + w.flow())));
        }
        return result(v.flow());
    }

    @Shape
    @Async
    static Coroutine<String> nested(Tape tape) {
        StringBuilder s = new StringBuilder();
        try (Valve a = new Valve(tape, "a", false)) {
            s.append(await(tape.value(a.name)));
            try (Valve b = await(open(tape, "b"))) {
                s.append(await(tape.value(b.name)));
                try (Valve c = new Valve(tape, "c", true)) {
                    s.append(await(tape.value(c.name)));
                } catch (IllegalStateException e) {
                    s.append(await(tape.value("leak")));
                }
            } finally {
                s.append(await(tape.value("f")));
            }
        }
        return result(s.toString());
    }

    @Shape
    @Async
    static Coroutine<String> inLoopWithJumps(Tape tape) {
        String s = "";
        for (int i = 0; i < 4; i++) {
            try (Valve v = new Valve(tape, "v" + i, false)) {
                if (await(tape.value(i)) == 1) {
                    continue;
                }
                if (i == 2) {
                    break;
                }
                s += v;
            }
            s += await(tape.value(","));
        }
        return result(s);
    }

    @Shape
    @Async
    static Coroutine<String> initialiserOfTheSecondThrows(Tape tape) {
        try (Valve a = new Valve(tape, "first", false);
                Valve b = await(failing(tape))) {
            return result("not reached " + a + b);
        } catch (UnsupportedOperationException e) {
            return result(e.getMessage() + await(tape.value("!")));
        }
    }

    @Async
    private static Coroutine<Valve> failing(Tape tape) {
        throw new UnsupportedOperationException(await(tape.value("stuck")));
    }

    @Shape
    @Async
    static Coroutine<Integer> withCatchAndFinally(Tape tape) {
        int n = 0;
        try (Valve v = await(open(tape, "main"))) {
            n += v.flow();
            n += await(tape.value(10));
        } catch (Exception e) {
            tape.log("caught", e);
            n += await(tape.value(100));
        } finally {
            n += await(tape.value(1000));
        }
        return result(n);
    }

    @Shape
    @Async
    static Coroutine<Integer> lambdaAsResource(Tape tape) {
        int[] count = {0};
        try (AutoCloseable c = () -> tape.log("closed", count[0]++)) {
            count[0] += await(tape.value(5));
            tape.log(c != null);
        } catch (Exception e) {
            tape.log(e);
            count[0] = -await(tape.value(1));
        }
        return result(count[0]);
    }

    @Shape
    @Async
    static Coroutine<Void> noAwaitInside(Tape tape) {
        try (Valve v = new Valve(tape, "quiet", true)) {
            tape.risky(v.flow());
        } catch (IllegalStateException e) {
            tape.log(e);
        }
        await(tape.value("after"));
        return done();
    }
}
