package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncFunction;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.io.Closeable;
import java.io.IOException;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class By2 {
    Coroutine<String> f(Object... o) { return result(""); } Coroutine<Coroutine<String>> w() { return result(f()); }
    @Async Coroutine<String> a(int n, Closeable res) throws IOException {
        try { return await(w()); } catch (IllegalStateException e) { } // warning ReturnBypassesTry
        try { switch (n) { case 1 -> { return f(); } default -> { } } } finally { } // warning ReturnBypassesTry
        try { n++; } catch (RuntimeException e) { try { return f(); } finally { } } // warning ReturnBypassesTry
        try { n++; } catch (RuntimeException e) { return f(); } finally { } // warning ReturnBypassesTry
        try (res) { return (this.f()); } // warning ReturnBypassesTry
    }
    @Async Coroutine<String> b(int n) {
        try { return switch (n) { case 1 -> result(""); default -> f(); }; } finally { } // warning ReturnBypassesTry
    }
    @Async Coroutine<String> c(int n) {
        try { return n > 1 ? result("") : n > 2 ? null : Coroutine.<String>result("x"); } finally { } // error NullCoroutine
    }
    @Async Coroutine<String> d(Coroutine<String> p) {
        try { System.out.println(); } finally { try { System.out.println(); } catch (RuntimeException e) { return p; } }
        return p;
    }
    AsyncFunction<String, String> g = s -> { try { return f(s); } catch (RuntimeException e) { return result(s); } }; // warning ReturnBypassesTry
    Object h = new AsyncSupplier<String>() { public Coroutine<String> get() { try { return f(); } finally { } } }; // warning ReturnBypassesTry
    @Async Coroutine<String> i() { try { return new By2().f(); } catch (RuntimeException e) { throw e; } } // warning ReturnBypassesTry
    @Async Coroutine<String> j() { try { Object o = new Object() { Coroutine<String> x() { return f(); } }; return result("" + o); } finally { } } // note AsyncWithoutAwait
}
