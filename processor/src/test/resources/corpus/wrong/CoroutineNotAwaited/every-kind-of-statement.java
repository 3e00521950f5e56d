package corpus;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class NA {
    Coroutine<Void> save(Object... x) { return done(); }
    static Generator<Integer> gen() { return Generator.end(); }
    <T> Coroutine<T> echo(T t) { return result(t); }
    NA self() { return this; }
    void go(boolean b, int n, List<Coroutine<Void>> list, ExecutorService ex) {
        self()
            .self()
            .save( // error CoroutineNotAwaited
                1);
        this.<String>echo(""); // error CoroutineNotAwaited
        if (b) save(); // error CoroutineNotAwaited
        else gen(); // error CoroutineNotAwaited
        for (int i = 0, k = 1; i < n; i++, save()) { } // error CoroutineNotAwaited
        label: { save(); break label; } // error CoroutineNotAwaited
        ex.execute(() -> save()); // error CoroutineNotAwaited
        ex.execute(this::save); // error CoroutineNotAwaited
        ex.submit(() -> save());
        ex.submit(() -> { save(); }); // error CoroutineNotAwaited
        list.forEach(c -> echo(c)); // error CoroutineNotAwaited
        list.forEach(this::echo); // error CoroutineNotAwaited
        Optional.of(1).ifPresent(NA.this::save); // error CoroutineNotAwaited
        Coroutine<Void> c = save(), d = save(); // error CoroutineNotAwaited
        d.close();
        final var g = gen(); // error CoroutineNotAwaited
        @SuppressWarnings("x") Coroutine<String>
            late = // error CoroutineNotAwaited
                echo("");
        switch (n) { case 1 -> save(); default -> throw new IllegalStateException(); } // error CoroutineNotAwaited
        save().toString();
        (save()).close();
        new NA().save(save()); // error CoroutineNotAwaited
        Supplier<NA> mk = NA::new;
        mk.get().save(); // error CoroutineNotAwaited
        int u = b ? save().hashCode() : 0;
        BiConsumer<NA, Object[]> bc = NA::save; // error CoroutineNotAwaited
        Coroutine<Void> ignoredResult = save(), unused = save();
        synchronized (this) { result(1); } // error CoroutineNotAwaited
        do save(); while (b); // error CoroutineNotAwaited
    }
    { save(); } // error CoroutineNotAwaited
    static { gen(); } // error CoroutineNotAwaited
    Runnable r = () -> gen(); // error CoroutineNotAwaited
    enum E { A { void m() { gen(); } } } // error CoroutineNotAwaited
}
