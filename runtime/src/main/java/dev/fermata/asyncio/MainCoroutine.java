package dev.fermata.asyncio;

import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The main coroutine of a run that was given an async lambda: calls it on the loop, and runs what it returns in its place. */
final class MainCoroutine<T extends @Nullable Object> extends Coroutine<T> {
    private final AsyncSupplier<T> main;

    private MainCoroutine(AsyncSupplier<T> main) {
        this.main = Objects.requireNonNull(main, "main");
    }

    static <T extends @Nullable Object> Coroutine<T> of(AsyncSupplier<T> main) {
        return new MainCoroutine<>(main);
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) throws Throwable {
        Coroutine<T> made = main.get();
        Runner.requireRewritten(made);
        return machine.tail(made, this);
    }
}
