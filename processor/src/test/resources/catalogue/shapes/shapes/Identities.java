package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Kinds of classes, and all that can be written on a method, so that tests may look whether rewriting keeps it. */
final class Identities {
    @Retention(RetentionPolicy.RUNTIME)
    @Repeatable(Seen.All.class)
    @interface Seen {
        String value() default "nothing";

        Class<?>[] types() default {};

        ElementType kind() default ElementType.METHOD;

        Inner inner() default @Inner(1);

        @Retention(RetentionPolicy.RUNTIME)
        @interface All {
            Seen[] value();
        }

        @interface Inner {
            long value();
        }
    }

    @Retention(RetentionPolicy.CLASS)
    @interface Unseen {
        double value() default 1.5;
    }

    @Target(ElementType.TYPE_USE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Mark {
        String value() default "";
    }

    @Target({ElementType.TYPE_USE, ElementType.TYPE_PARAMETER})
    @Retention(RetentionPolicy.CLASS)
    @interface UnseenMark {}

    private Identities() {}

    /** The default serialVersionUID is computed from the members that are not private, and more. */
    @Seen("a class")
    @Unseen
    @SuppressWarnings("serial")
    static class Stored<T extends @Mark("bound") Object> implements Serializable, Comparable<Stored<T>> {
        static final int CONSTANT = Integer.parseInt("7");
        private static int made;
        protected transient int passing;
        private final int number;
        T value;

        Stored(int number) {
            this.number = number;
            made++;
        }

        @Async
        public Coroutine<Integer> plus(Tape tape, int more) {
            return result(number + await(tape.value(more)) + CONSTANT + made * 0 + passing);
        }

        @Async
        protected static <E extends Exception> Coroutine<Integer> declared(Tape tape, Class<E> type)
                throws E, IOException {
            return result(await(tape.value(1)));
        }

        @Async
        private Coroutine<Integer> hidden(Tape tape) {
            return result(await(tape.value(number)));
        }

        @Override
        public int compareTo(Stored<T> other) {
            return Integer.compare(number, other.number);
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> storedClass(Tape tape) throws IOException {
        Stored<String> stored = new Stored<>(4);
        return result(await(stored.plus(tape, 3))
                + await(stored.hidden(tape))
                + await(Stored.declared(tape, IllegalStateException.class)));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    @Seen("first")
    @Seen(value = "second", types = {int[].class, Map.Entry.class}, kind = ElementType.FIELD, inner = @Seen.Inner(9))
    @Unseen(2.5)
    @Deprecated(since = "long ago", forRemoval = false)
    @Async
    static <@UnseenMark K extends Comparable<@Mark("argument") K>> @Mark("return") Coroutine<@Mark("result") K> annotated(
            @Seen("parameter") @Mark("parameter type") Tape tape,
            @Unseen final K key,
            List<? super @Mark("wildcard") String> @Mark("array") ... rest)
            throws @Mark("thrown") IOException {
        @Mark("local") @UnseenMark K local = key;
        K awaited = await(tape.value(local));
        @Mark("after") Object other = (@Mark("cast") Object) awaited;
        try {
            return result(await(tape.value(local.equals(other) ? local : awaited)));
        } catch (@Mark("caught") IllegalStateException e) {
            return result(key);
        }
    }

    @Shape
    @Async
    @SuppressWarnings({"deprecation", "unchecked"})
    static Coroutine<String> everyKindOfAnnotation(Tape tape) throws IOException {
        return result(await(annotated(tape, "key")));
    }

    record Pair<T>(@Seen("component") T first, @Mark("second") int second) {
        Pair {
            if (second < 0) {
                throw new IllegalArgumentException("negative");
            }
        }

        @Async
        Coroutine<String> shown(Tape tape) {
            return result(first + ":" + await(tape.value(second)));
        }

        @Async
        static Coroutine<Pair<String>> of(Tape tape, int second) {
            return result(new Pair<>("pair", await(tape.value(second))));
        }
    }

    @Shape
    @Async
    static Coroutine<String> recordWithCompactConstructor(Tape tape) {
        try {
            await(Pair.of(tape, -1));
        } catch (IllegalArgumentException e) {
            tape.log("caught", e);
        }
        return result(await(await(Pair.of(tape, 2)).shown(tape)));
    }

    enum Sign {
        PLUS {
            @Override
            @Async
            Coroutine<Integer> apply(Tape tape, int a, int b) {
                return result(await(tape.value(a)) + b);
            }
        },
        MINUS {
            @Override
            @Async
            Coroutine<Integer> apply(Tape tape, int a, int b) {
                return result(a - await(tape.value(b)));
            }
        };

        @Async
        abstract Coroutine<Integer> apply(Tape tape, int a, int b);

        @Async
        static Coroutine<Integer> all(Tape tape) {
            int sum = 0;
            for (Sign sign : values()) {
                sum += await(sign.apply(tape, sum, 2));
            }
            return result(sum);
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> enumWithBodies(Tape tape) {
        return result(await(Sign.all(tape)));
    }

    sealed interface Figure permits Circle, Square {
        @Async
        Coroutine<Integer> area(Tape tape);

        @Async
        default Coroutine<Integer> doubled(Tape tape) {
            return result(2 * await(area(tape)) + await(zero(tape)) + await(nothing(tape)));
        }

        @Async
        private Coroutine<Integer> zero(Tape tape) {
            return result(await(tape.value(0)));
        }

        @Async
        static Coroutine<Integer> nothing(Tape tape) {
            return result(await(tape.value(0)));
        }
    }

    record Circle(int radius) implements Figure {
        @Override
        @Async
        public Coroutine<Integer> area(Tape tape) {
            return result(3 * radius * await(tape.value(radius)));
        }
    }

    static final class Square implements Figure {
        private final int side = 5;

        @Override
        @Async
        public Coroutine<Integer> area(Tape tape) {
            return result(await(tape.value(side)) * side);
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> sealedHierarchyWithDefaultPrivateAndStaticMethods(Tape tape) {
        return result(await(new Circle(2).doubled(tape)) + await(new Square().doubled(tape)));
    }

    interface StorableSupplier extends AsyncSupplier<String>, Serializable {}

    /** Its body is found by name when it is read again, through $deserializeLambda$. */
    @Shape
    @Async
    static Coroutine<String> serializableLambda(Tape tape) throws Exception {
        String captured = "captured";
        StorableSupplier supplier = () -> result(await(Coroutine.<String>result(captured)) + "!");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(supplier);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            StorableSupplier read = (StorableSupplier) in.readObject();
            return result(await(read.get()) + await(tape.value("?")));
        }
    }

    @Shape
    @Async
    static Coroutine<Integer> localAndAnonymousClasses(Tape tape) {
        int base = 3;
        class Local {
            @Async
            Coroutine<Integer> get() {
                return result(base + await(tape.value(1)));
            }
        }
        Object anonymous = new Object() {
            @Yields
            Generator<Integer> elements() {
                Generator.yield(base);
                return Generator.end();
            }

            @Override
            public String toString() {
                return "" + elements().next();
            }
        };
        return result(await(new Local().get()) + (tape.note(base) > 0 ? 1 : anonymous.hashCode()));
    }
}
