package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The map under contexts. CPython: test_context.HamtTest, as properties. */
final class BindingsTest {
    /** Hashes that differ, hashes that are equal in their low bits, and equal ones. */
    private static final List<int[]> HASHES = List.of(
            new Random(1).ints(40).toArray(),
            new int[] {0, 32, 1024, 32768, 1 << 20, 1 << 25, 1 << 30, -1, 1 << 31},
            new int[] {7, 7, 7, 7, 7 + 32, 7 + 32},
            new int[] {-1, -1, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0});

    @Test
    void it_is_what_a_map_is_after_any_changes() {
        for (int[] hashes : HASHES) {
            for (int seed = 0; seed < 50; seed++) {
                Random random = new Random(seed);
                List<ContextVar<Object>> keys = keys(hashes);
                Map<ContextVar<?>, Object> expected = new HashMap<>();
                Bindings actual = Bindings.EMPTY;
                for (int step = 0; step < 200; step++) {
                    ContextVar<Object> key = keys.get(random.nextInt(keys.size()));
                    if (random.nextInt(3) > 0) {
                        expected.put(key, step);
                        actual = actual.with(key, step);
                    } else {
                        expected.remove(key);
                        actual = actual.without(key);
                    }
                    assertThat(map(actual)).isEqualTo(expected);
                    for (ContextVar<Object> any : keys) {
                        assertThat(actual.get(any)).isEqualTo(expected.getOrDefault(any, Bindings.MISSING));
                    }
                }
            }
        }
    }

    @Test
    void what_was_taken_out_leaves_nothing_behind() {
        for (int[] hashes : HASHES) {
            List<ContextVar<Object>> keys = keys(hashes);
            Bindings bindings = Bindings.EMPTY;
            for (ContextVar<Object> key : keys) {
                bindings = bindings.with(key, "value");
            }
            assertThat(bindings.size()).isEqualTo(hashes.length);
            for (ContextVar<Object> key : keys) {
                bindings = bindings.without(key);
            }
            assertThat(bindings.isEmpty()).isTrue();
        }
    }

    @Test
    void a_change_leaves_the_old_map_as_it_was() {
        ContextVar<Object> a = new ContextVar<>("a", 1);
        ContextVar<Object> b = new ContextVar<>("b", 1);
        Bindings one = Bindings.EMPTY.with(a, 1);
        Bindings two = one.with(b, 2);

        two.without(a).with(b, 3);

        assertThat(map(one)).isEqualTo(Map.of(a, 1));
        assertThat(map(two)).isEqualTo(Map.of(a, 1, b, 2));
    }

    @Test
    void null_is_a_value() {
        ContextVar<Object> key = ContextVar.of("key");

        assertThat(Bindings.EMPTY.with(key, null).get(key)).isNull();
    }

    @Test
    void taking_out_what_is_not_there_changes_nothing() {
        ContextVar<Object> other = new ContextVar<>("other", 1 + 32);
        Bindings bindings = Bindings.EMPTY.with(new ContextVar<>("a", 1), "value");

        assertThat(bindings.without(other)).isSameAs(bindings);
        assertThat(bindings.without(new ContextVar<>("b", 1))).isSameAs(bindings);
    }

    private static List<ContextVar<Object>> keys(int[] hashes) {
        List<ContextVar<Object>> keys = new ArrayList<>();
        for (int hash : hashes) {
            keys.add(new ContextVar<>("key " + keys.size(), hash));
        }
        return keys;
    }

    private static Map<ContextVar<?>, Object> map(Bindings bindings) {
        Map<ContextVar<?>, Object> map = new HashMap<>();
        bindings.forEach(map::put);
        return map;
    }
}
