package dev.fermata.inspect;

import dev.fermata.Async;
import dev.fermata.AsyncFunction;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.machine.Transformed;
import java.util.List;

/** Classes that stand in for what the processor rewrote, or did not: what is asked about is annotations, markers and types. */
final class Samples {
    private Samples() {}

    /** A class that was rewritten: it has the marker. */
    @Transformed(format = Transformed.FORMAT)
    static class Shop extends Premises implements Till {
        @Async
        static Coroutine<String> open() {
            return Coroutine.result("open");
        }

        /** A function that returns a coroutine is not a coroutine function. */
        static Coroutine<String> delegate() {
            return open();
        }

        static String name() {
            return "shop";
        }

        @Yields
        static Generator<Integer> numbers() {
            return Generator.end();
        }

        @Yields
        static Generator<Integer> numbers(int below) {
            return Generator.end(below);
        }

        @Async
        static AsyncGenerator<Integer> ticks() {
            return AsyncGenerator.end();
        }

        @Async
        static AsyncGenerator<Integer> ticks(int below, String unit) {
            return AsyncGenerator.end();
        }

        /** A function that returns an async generator is not an async generator function. */
        static AsyncGenerator<Integer> delegateTicks() {
            return ticks();
        }

        @Async
        Coroutine<Integer> price(String item) {
            return Coroutine.result(item.length());
        }

        @Async
        Coroutine<Integer> stock() {
            return Coroutine.result(1);
        }

        @Async
        static Coroutine<Integer> two(int first, String second) {
            return Coroutine.result(first);
        }

        @Async
        static Coroutine<Integer> three(long first, double second, List<String> third) {
            return Coroutine.result(3);
        }

        @Async
        static Coroutine<Integer> four(boolean first, char second, byte third, short fourth) {
            return Coroutine.result(4);
        }

        @Yields
        static Generator<Integer> range(int from, int to) {
            return Generator.end();
        }

        @Yields
        static Generator<Integer> range(int from, int to, int step) {
            return Generator.end();
        }

        @Yields
        static Generator<Integer> grid(int width, int height, int depth, String unit) {
            return Generator.end();
        }

        /** Neither is what the compiler lets pass; the annotations do not go with these types. */
        @Async
        static Object wrongReturnType() {
            return "";
        }

        @Async
        static Generator<Integer> wrongAnnotation() {
            return Generator.end();
        }

        /** Overrides with a narrower type, so javac makes a bridge with the same annotation. */
        @Async
        @Override
        Coroutine<String> address() {
            return Coroutine.result("here");
        }

        @Async
        @Override
        public Coroutine<Integer> ring() {
            return Coroutine.result(0);
        }

        @Override
        public String toString() {
            return "a shop";
        }
    }

    /** A class that was rewritten and is extended. */
    @Transformed(format = Transformed.FORMAT)
    abstract static class Premises {
        @Async
        abstract Object address();

        @Async
        Coroutine<Integer> rent() {
            return Coroutine.result(100);
        }

        @Async
        private Coroutine<Integer> secret() {
            return Coroutine.result(0);
        }
    }

    /** An interface that was rewritten. */
    @Transformed(format = Transformed.FORMAT)
    interface Till {
        @Async
        Coroutine<Integer> ring();

        @Async
        default Coroutine<Integer> count() {
            return Coroutine.result(0);
        }
    }

    /** A class that was compiled without the processor. */
    static class Unwoven {
        @Async
        static Coroutine<String> open() {
            return Coroutine.result("open");
        }

        @Yields
        static Generator<Integer> numbers() {
            return Generator.end();
        }
    }

    /** A class that another version of the processor rewrote. */
    @Transformed(format = Transformed.FORMAT + 1)
    static class FromTheFuture {
        @Async
        static Coroutine<String> open() {
            return Coroutine.result("open");
        }
    }

    /** Inherits, is not rewritten itself, and need not be. */
    static class Branch extends Shop {}

    /** Implements a generic method, so javac makes a bridge that returns exactly Coroutine. */
    @Transformed(format = Transformed.FORMAT)
    static final class Measure implements AsyncFunction<String, Integer> {
        @Async
        @Override
        public Coroutine<Integer> apply(String text) {
            return Coroutine.result(text.length());
        }
    }
}
