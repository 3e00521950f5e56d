package shapes;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncFunction;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shapes.kit.Shape;
import shapes.kit.Tape;

/** Type variables, bounds and wildcards: casts that only the bytecode shows. */
final class Generics {
    @Async
    private static <T> Coroutine<T> same(Tape tape, T value) {
        T copy = value;
        await(tape.value("pause"));
        return result(copy);
    }

    @Async
    private static <N extends Number & Comparable<N>> Coroutine<N> larger(Tape tape, N a, N b) {
        N first = await(tape.value(a));
        tape.log(first.intValue());
        return result(first.compareTo(await(tape.value(b))) > 0 ? first : b);
    }

    @Shape
    @Async
    static Coroutine<String> typeVariables(Tape tape) {
        int n = await(same(tape, 5)) + await(Generics.<Integer>same(tape, 6));
        String s = await(same(tape, await(same(tape, "text"))));
        long l = await(larger(tape, 3L, 4L));
        return result(s + n + l + await(larger(tape, 2.5, 1.5)).intValue());
    }

    @Async
    private static Coroutine<Double> total(Tape tape, List<? extends Number> numbers, List<? super Double> sink) {
        double sum = 0;
        for (Number n : numbers) {
            sum += await(tape.value(n)).doubleValue();
            sink.add(sum);
        }
        return result(sum);
    }

    @Shape
    @Async
    static Coroutine<String> wildcards(Tape tape) {
        List<Object> sink = new ArrayList<>();
        double sum = await(total(tape, List.of(1, 2L, 3.5f), sink));
        List<?> unknown = await(tape.value(sink));
        Object first = unknown.get(await(tape.value(0)));
        Awaitable<? extends CharSequence> text = tape.value("chars");
        CharSequence chars = await(text);
        return result(sum + sink.toString() + first + chars.length());
    }

    @Shape
    @Async
    static Coroutine<?> wildcardResult(Tape tape) {
        return result(await(tape.value(List.of(1))).get(0));
    }

    @Shape
    @Async
    static Coroutine<? extends Number> boundedResult(Tape tape) {
        Number n = await(tape.value(1)) > 0 ? await(tape.value(2.5)) : Integer.valueOf(3);
        return result(n);
    }

    private static final class Cache<K extends Comparable<K>, V> {
        private final Map<K, V> values = new HashMap<>();
        private final AsyncFunction<? super K, ? extends V> loader;

        Cache(AsyncFunction<? super K, ? extends V> loader) {
            this.loader = loader;
        }

        @Async
        Coroutine<Optional<V>> get(Tape tape, K key) throws Exception {
            V value = values.get(key);
            if (value == null) {
                tape.log("miss", key);
                value = await(loader.apply(key));
                if (value != null) {
                    values.put(key, value);
                }
            }
            return result(Optional.ofNullable(value));
        }

        @Async
        @SafeVarargs
        final Coroutine<List<V>> all(Tape tape, K... keys) throws Exception {
            List<V> list = new ArrayList<>();
            for (K key : keys) {
                await(get(tape, key)).ifPresent(list::add);
            }
            return result(list);
        }
    }

    @Shape
    @Async
    static Coroutine<String> genericClass(Tape tape) throws Exception {
        Cache<String, Integer> cache =
                new Cache<>(key -> result(await(tape.value(key.isEmpty() ? null : key.length()))));
        String s = await(cache.all(tape, "a", "bb", "a", "", "bb")).toString();
        return result(s + await(cache.get(tape, "ccc")).map(n -> n + 1).orElse(-1));
    }

    @Shape
    @Async
    static Coroutine<String> nestedGenericsWithVar(Tape tape) {
        var map = new HashMap<String, List<Map.Entry<Integer, String[]>>>();
        map.put("k", new ArrayList<>());
        map.get(await(tape.value("k"))).add(Map.entry(await(tape.value(1)), new String[] {await(tape.value("deep"))}));
        for (var entry : map.get("k")) {
            await(tape.value("pause"));
            tape.log(entry.getKey(), entry.getValue()[0].length());
        }
        var text = await(tape.value(List.of("x", "y")));
        return result(text.get(1) + map.get("k").get(0).getValue()[await(tape.value(0))]);
    }

    private static <T> T[] filled(T[] array, T value) {
        java.util.Arrays.fill(array, value);
        return array;
    }

    @Shape
    @Async
    static Coroutine<String> arraysOfTypeVariables(Tape tape) {
        String[] strings = filled(new String[2], await(tape.value("s")));
        Number[] numbers = Generics.<Number>filled(new Integer[1], await(tape.value(1)));
        await(tape.value("pause"));
        return result(strings[1].toUpperCase() + numbers[0].intValue());
    }

    @Shape
    @Async
    static Coroutine<String> heapPollutionShowsAfterTheAwait(Tape tape) {
        List<Object> raw = new ArrayList<>();
        raw.add(1);
        @SuppressWarnings("unchecked")
        List<String> strings = (List<String>) (List<?>) raw;
        await(tape.value("pause"));
        try {
            String s = strings.get(await(tape.value(0)));
            return result(s);
        } catch (ClassCastException e) {
            return result("polluted" + await(tape.value(strings.size())));
        }
    }
}
