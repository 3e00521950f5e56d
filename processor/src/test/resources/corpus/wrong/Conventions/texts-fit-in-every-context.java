package corpus;

import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;

class Holder {
    static AsyncIterable<String> lines() {
        throw new UnsupportedOperationException();
    }
}

class InMethods {
    static final Coroutine<String> step = result("x");
    static final AsyncIterable<String> lines = Holder.lines();

    void plain() {
        await(step); // error AwaitOutsideAsync
        suspend("x"); // error AwaitOutsideAsync
        await(step, IllegalStateException.class); // error AwaitOutsideAsync
        Generator.yield(1); // error YieldOutsideGenerator
        Generator.yieldFrom(List.of()); // error YieldOutsideGenerator
        AsyncGenerator.yield(2); // error YieldOutsideGenerator
        for (String line : lines) System.out.println(line); // error AsyncIterationOutsideAsync
        lines.iterator().hasNext(); // error AsyncIterationOutsideAsync
        lines.iterator().next(); // error AsyncIterationOutsideAsync
    }

    InMethods() {
        await(step); // error AwaitOutsideAsync
        suspend("x"); // error AwaitOutsideAsync
        await(step, IllegalStateException.class); // error AwaitOutsideAsync
        Generator.yield(1); // error YieldOutsideGenerator
        Generator.yieldFrom(List.of()); // error YieldOutsideGenerator
        AsyncGenerator.yield(2); // error YieldOutsideGenerator
        for (String line : lines) System.out.println(line); // error AsyncIterationOutsideAsync
        lines.iterator().hasNext(); // error AsyncIterationOutsideAsync
        lines.iterator().next(); // error AsyncIterationOutsideAsync
    }

    static {
        await(step); // error AwaitOutsideAsync
        suspend("x"); // error AwaitOutsideAsync
        await(step, IllegalStateException.class); // error AwaitOutsideAsync
        Generator.yield(1); // error YieldOutsideGenerator
        Generator.yieldFrom(List.of()); // error YieldOutsideGenerator
        AsyncGenerator.yield(2); // error YieldOutsideGenerator
        for (String line : lines) System.out.println(line); // error AsyncIterationOutsideAsync
        lines.iterator().hasNext(); // error AsyncIterationOutsideAsync
        lines.iterator().next(); // error AsyncIterationOutsideAsync
    }

    {
        await(step); // error AwaitOutsideAsync
        suspend("x"); // error AwaitOutsideAsync
        await(step, IllegalStateException.class); // error AwaitOutsideAsync
        Generator.yield(1); // error YieldOutsideGenerator
        Generator.yieldFrom(List.of()); // error YieldOutsideGenerator
        AsyncGenerator.yield(2); // error YieldOutsideGenerator
        for (String line : lines) System.out.println(line); // error AsyncIterationOutsideAsync
        lines.iterator().hasNext(); // error AsyncIterationOutsideAsync
        lines.iterator().next(); // error AsyncIterationOutsideAsync
    }

    @Yields
    Generator<Integer> all() {
        await(step); // error AwaitOutsideAsync
        suspend("x"); // error AwaitOutsideAsync
        await(step, IllegalStateException.class); // error AwaitOutsideAsync
        AsyncGenerator.yield(2); // error YieldOutsideGenerator
        for (String line : lines) System.out.println(line); // error AsyncIterationOutsideAsync
        lines.iterator().hasNext(); // error AsyncIterationOutsideAsync
        lines.iterator().next(); // error AsyncIterationOutsideAsync
        return Generator.end();
    }
}

class InLambdas {
    static final Coroutine<String> step = result("x");
    static final AsyncIterable<String> lines = Holder.lines();

    final Runnable field = () -> {
        await(step); // error AwaitOutsideAsync
        suspend("x"); // error AwaitOutsideAsync
        await(step, IllegalStateException.class); // error AwaitOutsideAsync
        Generator.yield(1); // error YieldOutsideGenerator
        Generator.yieldFrom(List.of()); // error YieldOutsideGenerator
        AsyncGenerator.yield(2); // error YieldOutsideGenerator
        for (String line : lines) System.out.println(line); // error AsyncIterationOutsideAsync
        lines.iterator().hasNext(); // error AsyncIterationOutsideAsync
        lines.iterator().next(); // error AsyncIterationOutsideAsync
    };

    void lambdas() {
        BooleanSupplier supplier = () -> {
            await(step); // error AwaitOutsideAsync
            suspend("x"); // error AwaitOutsideAsync
            await(step, IllegalStateException.class); // error AwaitOutsideAsync
            Generator.yield(1); // error YieldOutsideGenerator
            Generator.yieldFrom(List.of()); // error YieldOutsideGenerator
            AsyncGenerator.yield(2); // error YieldOutsideGenerator
            for (String line : lines) System.out.println(line); // error AsyncIterationOutsideAsync
            lines.iterator().hasNext(); // error AsyncIterationOutsideAsync
            lines.iterator().next(); // error AsyncIterationOutsideAsync
            return true;
        };
        BiConsumer<String, String> consumer = (a, b) -> {
            await(step); // error AwaitOutsideAsync
            suspend("x"); // error AwaitOutsideAsync
            await(step, IllegalStateException.class); // error AwaitOutsideAsync
            Generator.yield(1); // error YieldOutsideGenerator
            Generator.yieldFrom(List.of()); // error YieldOutsideGenerator
            AsyncGenerator.yield(2); // error YieldOutsideGenerator
            for (String line : lines) System.out.println(line); // error AsyncIterationOutsideAsync
            lines.iterator().hasNext(); // error AsyncIterationOutsideAsync
            lines.iterator().next(); // error AsyncIterationOutsideAsync
        };
        new Runnable() {
            @Override
            public void run() {
                await(step); // error AwaitOutsideAsync
                suspend("x"); // error AwaitOutsideAsync
                await(step, IllegalStateException.class); // error AwaitOutsideAsync
                Generator.yield(1); // error YieldOutsideGenerator
                Generator.yieldFrom(List.of()); // error YieldOutsideGenerator
                AsyncGenerator.yield(2); // error YieldOutsideGenerator
                for (String line : lines) System.out.println(line); // error AsyncIterationOutsideAsync
                lines.iterator().hasNext(); // error AsyncIterationOutsideAsync
                lines.iterator().next(); // error AsyncIterationOutsideAsync
            }
        };
        consumer.accept("", "" + supplier);
    }
}

record InRecord(int a) {
    static final Coroutine<String> step = result("x");
    static final AsyncIterable<String> lines = Holder.lines();

    InRecord {
        await(step); // error AwaitOutsideAsync
        suspend("x"); // error AwaitOutsideAsync
        await(step, IllegalStateException.class); // error AwaitOutsideAsync
        Generator.yield(1); // error YieldOutsideGenerator
        Generator.yieldFrom(List.of()); // error YieldOutsideGenerator
        AsyncGenerator.yield(2); // error YieldOutsideGenerator
        for (String line : lines) System.out.println(line); // error AsyncIterationOutsideAsync
        lines.iterator().hasNext(); // error AsyncIterationOutsideAsync
        lines.iterator().next(); // error AsyncIterationOutsideAsync
    }
}

enum InEnum {
    A {
        @Override
        void go() {
            await(step); // error AwaitOutsideAsync
            suspend("x"); // error AwaitOutsideAsync
            await(step, IllegalStateException.class); // error AwaitOutsideAsync
            Generator.yield(1); // error YieldOutsideGenerator
            Generator.yieldFrom(List.of()); // error YieldOutsideGenerator
            AsyncGenerator.yield(2); // error YieldOutsideGenerator
            for (String line : lines) System.out.println(line); // error AsyncIterationOutsideAsync
            lines.iterator().hasNext(); // error AsyncIterationOutsideAsync
            lines.iterator().next(); // error AsyncIterationOutsideAsync
        }
    };
    static final Coroutine<String> step = result("x");
    static final AsyncIterable<String> lines = Holder.lines();

    abstract void go();
}
