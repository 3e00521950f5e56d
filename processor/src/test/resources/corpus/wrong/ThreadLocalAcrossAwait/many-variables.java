package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Tl {
    static final ThreadLocal<String> user = new ThreadLocal<>();
    final InheritableThreadLocal<String> inh = new InheritableThreadLocal<>();
    Coroutine<Integer> step() { return result(1); }
    @Async Coroutine<Void> a(boolean b, ThreadLocal<Integer> p) {
        user.set("a"); // warning ThreadLocalAcrossAwait
        await(step());
        user.remove();
        user.set("b");
        user.remove();
        await(step());
        inh
            .set("c"); // warning ThreadLocalAcrossAwait
        if (b) await(step());
        System.out.println(this.inh.get());
        p.set(1);
        await(step());
        return done();
    }
    @Async Coroutine<Void> b() {
        user.set("x"); // warning ThreadLocalAcrossAwait
        try { await(step()); } finally { user.set("y"); }
        await(step());
        Supplier<String> s = () -> user.get();
        return done();
    }
    @Async Coroutine<Void> c(boolean b) {
        for (int i = 0; i < 3; i++) {
            user.set("" + i); // warning ThreadLocalAcrossAwait
            await(step());
        }
        return done();
    }
    AsyncSupplier<String> f = () -> { user.set(""); await(step()); return result(user.get()); }; // warning ThreadLocalAcrossAwait
    @Async AsyncGenerator<String> g() {
        user.set("");
        AsyncGenerator.yield("");
        user.remove();
        await(step());
        return AsyncGenerator.end();
    }
    void plain() { user.set(""); user.get(); }
}
