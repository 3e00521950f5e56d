package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncFunction;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Lambdas in async code, and lambdas that are async code. */
final class Lambdas {
    private static final AsyncFunction<Tape, String> IN_STATIC_FIELD =
            tape -> result("static " + await(tape.value("field")));
    private static final AsyncFunction<Tape, Integer> IN_STATIC_BLOCK;

    static {
        int base = 40;
        IN_STATIC_BLOCK = tape -> result(base + await(tape.value(2)));
    }

    private final AsyncFunction<Tape, String> inField = tape -> {
        String before = describe();
        return result(before + await(tape.value("field")) + this.describe());
    };
    private final AsyncSupplier<String> inConstructor;
    private int calls;

    Lambdas(Tape tape, String name) {
        inConstructor = () -> result(name + await(tape.value("constructor")) + describe());
    }

    private String describe() {
        return "call" + calls++;
    }

    @Shape
    @Async
    static Coroutine<String> plainLambdasCapture(Tape tape) {
        int n = await(tape.value(3));
        String s = await(tape.value("s"));
        long l = 1L << 33;
        double d = 0.5;
        Supplier<String> supplier = () -> s + n + l + d;
        IntBinaryOperator plus = (a, b) -> a * n + b;
        await(tape.value("pause"));
        String joined = IntStream.range(0, n).mapToObj(i -> s + i * l).collect(Collectors.joining(","));
        return result(supplier.get() + plus.applyAsInt(await(tape.value(1)), 2) + joined);
    }

    @Shape
    @Async
    static Coroutine<String> capturingWhileOperandsWait(Tape tape) {
        int n = await(tape.value(2));
        Function<Integer, Integer> times = x -> x * n;
        List<Integer> list = new ArrayList<>(List.of(3, 1, 2));
        list.sort((a, b) -> (b - a) * n);
        return result(times.apply(await(tape.value(5)))
                + list.stream().map(x -> x + n).toList().toString()
                + await(tape.value("!")));
    }

    @Shape
    @Async
    static Coroutine<Object> methodReferences(Tape tape) {
        Function<String, Integer> length = String::length;
        Supplier<List<String>> fresh = ArrayList::new;
        String word = await(tape.value("word"));
        Supplier<String> upper = word::toUpperCase;
        Function<Integer, int[]> arrays = int[]::new;
        List<String> list = fresh.get();
        list.add(upper.get());
        await(tape.value("pause"));
        Function<Tape, Coroutine<String>> async = Lambdas::reference;
        AsyncFunction<Tape, String> asyncToo = Lambdas::reference;
        try {
            String both = await(async.apply(tape)) + await(asyncToo.apply(tape));
            return result(both + length.apply(list.get(0)) + arrays.apply(await(tape.value(2))).length);
        } catch (IllegalStateException e) {
            return result(e);
        } catch (Exception e) {
            return result(await(tape.value(e.getMessage())));
        }
    }

    @Async
    private static Coroutine<String> reference(Tape tape) {
        return result(await(tape.value("reference")));
    }

    @Shape
    @Async
    static Coroutine<String> asyncLambda(Tape tape) throws Exception {
        String captured = await(tape.value("captured"));
        AsyncSupplier<String> twice = () -> {
            String first = await(tape.value("a"));
            return result(captured + first + await(tape.value("b")));
        };
        AsyncFunction<Integer, Integer> square = n -> result(n * await(tape.value(n)));
        AsyncFunction<Object, Object> constant = ignored -> result("constant");
        return result(await(twice.get()) + await(square.apply(7)) + await(constant.apply(null)) + await(twice.get()));
    }

    @Shape
    @Async
    static Coroutine<Integer> asyncLambdasNested(Tape tape) throws Exception {
        int base = await(tape.value(1));
        AsyncFunction<Integer, Integer> outer = a -> {
            int b = a + await(tape.value(10));
            AsyncFunction<Integer, Integer> middle = c -> {
                long d = c + b;
                AsyncSupplier<Integer> inner = () -> result((int) (base + a + b + c + d + await(tape.value(1000))));
                return result(await(inner.get()) + await(tape.value(base)));
            };
            return result(await(middle.apply(await(tape.value(100)))));
        };
        return result(await(outer.apply(5)));
    }

    @Shape
    @Async
    static Coroutine<String> asyncLambdaPassedOn(Tape tape) throws Exception {
        String s = await(retried(tape, 3, attempt -> {
            if (attempt < await(tape.value(2))) {
                throw new IllegalStateException("attempt " + attempt);
            }
            return result("done at " + attempt);
        }));
        return result(s + await(retried(tape, 1, attempt -> tape.coroutine("tail"))));
    }

    @Async
    private static <T> Coroutine<T> retried(Tape tape, int times, AsyncFunction<Integer, T> body) throws Exception {
        for (int attempt = 0; ; attempt++) {
            try {
                return result(await(body.apply(attempt)));
            } catch (IllegalStateException e) {
                tape.log("failed", e);
                if (attempt == times - 1) {
                    throw e;
                }
                await(tape.value("back off"));
            }
        }
    }

    @Shape
    @Async
    static Coroutine<String> inInitialisers(Tape tape) throws Exception {
        Lambdas l = new Lambdas(tape, "n");
        String s = await(IN_STATIC_FIELD.apply(tape)) + await(IN_STATIC_BLOCK.apply(tape));
        return result(s + await(l.inField.apply(tape)) + await(l.inConstructor.get()) + l.calls);
    }

    @Async
    private Coroutine<String> capturesThis(Tape tape) throws Exception {
        AsyncSupplier<String> lambda = () -> {
            calls += 10;
            String before = describe();
            await(tape.value("pause"));
            return result(before + describe());
        };
        Supplier<String> plain = this::describe;
        return result(await(lambda.get()) + plain.get() + await(tape.value(calls)));
    }

    @Shape
    @Async
    static Coroutine<String> thisInLambdas(Tape tape) throws Exception {
        return result(await(new Lambdas(tape, "x").capturesThis(tape)));
    }

    @FunctionalInterface
    private interface Handler<A, B extends CharSequence> {
        @Async
        Coroutine<B> handle(Tape tape, A a, int times);

        default Handler<A, String> shouting() {
            return (tape, a, times) ->
                    result(await(handle(tape, a, times + 1)).toString().toUpperCase() + await(tape.value("!")));
        }

        @Async
        static Coroutine<Integer> count(Tape tape) {
            return result(await(tape.value(1)));
        }
    }

    private interface TextHandler extends Handler<String, String> {
        default String kind() {
            return "text";
        }
    }

    @FunctionalInterface
    private interface Wide {
        @Async
        Coroutine<Double> apply(long a, double b, float c, byte d, char e);
    }

    @Shape
    @Async
    static Coroutine<String> ownInterface(Tape tape) {
        Handler<Integer, String> repeat = (t, n, times) -> {
            StringBuilder s = new StringBuilder();
            for (int i = 0; i < times; i++) {
                s.append(await(t.value(n + i))).append(' ');
            }
            return result(s.toString());
        };
        return result(await(repeat.handle(tape, 5, 2))
                + await(repeat.shouting().handle(tape, 7, 1))
                + await(Handler.count(tape)));
    }

    @Shape
    @Async
    static Coroutine<String> inheritedInterface(Tape tape) {
        TextHandler handler = (t, text, times) -> result(text.repeat(times) + await(t.value(text.length())));
        Wide wide = (a, b, c, d, e) -> {
            double sum = a + b;
            sum += await(tape.value(c));
            return result(sum * d + e + a + b);
        };
        return result(await(handler.handle(tape, "ab", 2))
                + handler.kind()
                + await(wide.apply(1L << 35, 0.5, 2f, (byte) 3, 'x')));
    }

    @Shape
    @Async
    static Coroutine<String> anonymousClasses(Tape tape) throws Exception {
        int captured = await(tape.value(3));
        AsyncSupplier<String> repeating = new AsyncSupplier<>() {
            private int runs;

            @Override
            @Async
            public Coroutine<String> get() {
                runs += captured;
                return result("repeating" + await(tape.value(runs)) + runs);
            }
        };
        AsyncFunction<Integer, String> silent = new AsyncFunction<>() {
            @Override
            public Coroutine<String> apply(Integer n) throws Exception {
                String s = await(repeating.get());
                return result(s + n + await(helper(n)));
            }

            @Async
            private Coroutine<Integer> helper(int n) {
                return result(n * await(tape.value(captured)));
            }
        };
        return result(await(repeating.get()) + await(silent.apply(4)));
    }

    @Shape
    @Async
    static Coroutine<String> lambdasInOperandsAndBranches(Tape tape) throws Exception {
        boolean yes = await(tape.value(true));
        AsyncSupplier<String> chosen = yes ? () -> result(await(tape.value("yes"))) : () -> result("no");
        List<AsyncSupplier<Integer>> list = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int n = i;
            list.add(() -> result(n * await(tape.value(10))));
        }
        int sum = 0;
        for (AsyncSupplier<Integer> supplier : list) {
            sum += await(supplier.get());
        }
        AsyncSupplier<Integer> last =
                switch (sum) {
                    case 30 -> () -> result(await(tape.value(1)) + 1);
                    default -> () -> tape.coroutine(0);
                };
        return result(await(chosen.get()) + sum + await(last.get()));
    }

    @Shape
    @Async
    static Coroutine<Integer> recursionThroughALambda(Tape tape) throws Exception {
        List<AsyncFunction<Integer, Integer>> self = new ArrayList<>();
        self.add(n -> n == 0
                ? result(await(tape.value(1)))
                : result(n * await(self.get(0).apply(n - 1))));
        return result(await(self.get(0).apply(5)));
    }

    @Shape
    @Async
    static Coroutine<Void> checkedExceptionFromALambda(Tape tape) {
        AsyncSupplier<Object> fails = () -> {
            await(tape.value("before"));
            throw new java.io.IOException("from lambda");
        };
        try {
            await(fails.get());
        } catch (java.io.IOException e) {
            tape.log("io", e, await(tape.value("handled")));
        } catch (Exception e) {
            tape.log("other", e);
        }
        return done();
    }

    @Async
    private static <T extends Comparable<T>> Coroutine<T> largest(List<? extends AsyncSupplier<? extends T>> suppliers)
            throws Exception {
        T best = null;
        for (AsyncSupplier<? extends T> supplier : suppliers) {
            T next = await(supplier.get());
            best = best == null || next.compareTo(best) > 0 ? next : best;
        }
        return result(best);
    }

    @Shape
    @Async
    static Coroutine<String> genericOverLambdas(Tape tape) throws Exception {
        String s = await(largest(List.<AsyncSupplier<String>>of(
                () -> result(await(tape.value("b"))), () -> tape.coroutine("c"), () -> result("a"))));
        return result(s + await(Lambdas.<Integer>largest(List.of())));
    }

    @Shape
    @Async
    static Coroutine<String> runnableInsideMutatesArray(Tape tape) {
        int[] cell = {0};
        Runnable add = () -> cell[0] += 5;
        add.run();
        await(tape.value(cell[0]));
        add.run();
        Runnable log = () -> tape.log("cell", cell[0]);
        await(tape.value("pause"));
        log.run();
        return result("" + cell[await(tape.value(0))]);
    }
}
