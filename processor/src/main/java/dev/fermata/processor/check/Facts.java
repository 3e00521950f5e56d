package dev.fermata.processor.check;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known at a point of a program: for each thing that is followed, the states that it may be in, as a set of bits. Where
 * paths meet, the sets are united. Immutable; what is in no state yet is in {@link #NOT}.
 *
 * @param <K> what is followed
 */
final class Facts<K> {
    /** The state in which nothing is to be said of a thing: not locked, not set. */
    static final int NOT = 1;

    /**
     * A state in place of several: the paths differ, and at this point the condition that parts them may have been asked again.
     * Programs do so, {@code if (shared) lock.lock(); .. if (shared) lock.unlock();}, and who does not see that reports what
     * cannot be. Nothing is said of a thing that may be in this state.
     */
    static final int UNSURE = 2;

    /** In the order in which the things came. */
    private final Map<K, Integer> states;

    private Facts(Map<K, Integer> states) {
        this.states = states;
    }

    static <K> Facts<K> none() {
        return new Facts<>(Map.of());
    }

    int of(K key) {
        return states.getOrDefault(key, NOT);
    }

    Collection<K> keys() {
        return states.keySet();
    }

    /** Returns these facts with a thing in these states, as the one that came last. */
    Facts<K> with(K key, int state) {
        Map<K, Integer> next = new LinkedHashMap<>(states);
        next.remove(key);
        if (state != NOT) {
            next.put(key, state);
        }
        return new Facts<>(next);
    }

    /** Returns what holds where two paths meet; null stands for a path that nothing comes along. */
    static <K> @Nullable Facts<K> join(@Nullable Facts<K> one, @Nullable Facts<K> other) {
        if (one == null || other == null || one.equals(other)) {
            return one == null ? other : one;
        }
        Map<K, Integer> joined = new LinkedHashMap<>(one.states);
        joined.replaceAll((key, state) -> state | other.of(key));
        other.states.forEach((key, state) -> joined.putIfAbsent(key, state | NOT));
        return new Facts<>(joined);
    }

    /** Returns what is still known where a condition has been asked: see {@link #UNSURE}. */
    static <K> @Nullable Facts<K> entered(@Nullable Facts<K> facts) {
        if (facts == null || facts.states.values().stream().noneMatch(Facts::isMixed)) {
            return facts;
        }
        Map<K, Integer> next = new LinkedHashMap<>(facts.states);
        next.replaceAll((key, state) -> isMixed(state) ? UNSURE : state);
        return new Facts<>(next);
    }

    /**
     * Returns what is known where the branches of a condition have met again.
     *
     * @param after what holds there by the branches
     * @param before what held before the condition was asked
     */
    static <K> @Nullable Facts<K> left(@Nullable Facts<K> after, @Nullable Facts<K> before) {
        if (after == null || before == null || after.equals(before)) {
            return after;
        }
        Map<K, Integer> next = new LinkedHashMap<>();
        after.states.forEach((key, state) -> {
            int was = before.of(key);
            if (!isMixed(was)) {
                next.put(key, state);
            } else if (state == UNSURE) {
                next.put(key, was);
            } else if (state != (UNSURE | NOT)) {
                // Else a branch has ended it, and is taken to be the one that knows that it has to.
                next.put(key, state);
            }
        });
        return new Facts<>(next);
    }

    private static boolean isMixed(int state) {
        return (state & NOT) != 0 && state != NOT;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts<?> facts && states.equals(facts.states);
    }

    @Override
    public int hashCode() {
        return Objects.hash(states);
    }
}
