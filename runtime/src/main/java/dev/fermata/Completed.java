package dev.fermata;

import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/** A coroutine that has nothing to run: what {@link Coroutine#result} makes where the transform cannot see through it. */
final class Completed<T extends @Nullable Object> extends Coroutine<T> {
    private final T value;

    Completed(T value) {
        this.value = value;
    }

    /** Declared to return a Coroutine, so that verifying that class, which every program does, loads no class but it. */
    static <T extends @Nullable Object> Coroutine<T> with(T value) {
        return new Completed<>(value);
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) {
        return value;
    }
}
