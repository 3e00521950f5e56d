package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncIterator;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;

class Can {
    Coroutine<Integer> c() { return result(1); } Coroutine<AsyncCloseable> open() { return result(null); } static <T extends Throwable> void sneaky(Throwable t) throws T { }
    @Async Coroutine<Integer> a(AsyncCloseable res, AsyncIterator<String> it) throws Exception {
        try (var r = await(open())) { } catch (Throwable t) { sneaky(t); } // warning CancellationSwallowed
        try { while (it.hasNext()) { } } catch (Error e) { } // warning CancellationSwallowed
        try { suspend(c()); } catch (dev.fermata.CancelledError e) { } // warning CancellationSwallowed
        try { try { await(c()); } finally { System.out.println(); } } catch (Throwable t) { try { throw t; } catch (Throwable u) { } }
        try { System.out.println(); } catch (Throwable t) { } finally { await(Asyncio.shield(c())); }
        try { await(c()); } catch (Throwable t) { class L { void m() { throw new IllegalStateException(); } } } // warning CancellationSwallowed
        try { await(c()); } catch (StackOverflowError | IllegalStateException e) { }
        try { await(c()); } catch (Exception e) { } catch (Error e) { } // warning CancellationSwallowed
        try { await(c()); } catch (Error e) { } catch (Throwable e) { } // warning CancellationSwallowed
        try { await(c()); } catch (CancelledError e) { throw e; } catch (Error e) { } catch (Throwable t) { }
        return result(1);
    }
    @Async Coroutine<Integer> b(int n) {
        do {
            try { n += await(c()); } catch (RuntimeException e) { n--; }
            finally {
                int k = switch (n) { case 1 -> { yield 2; } default -> 3; };
                if (k > 2) { do { if (n > 5) break; n++; } while (true); }
                try { if (n == 9) throw new IllegalStateException(); } finally { if (n > 10) continue; } // warning CancellationSwallowed
                new Object() { int m() { return 3; } };
            }
        } while (n < 20);
        try { n = 2; } finally { if (n > 3) return result(n); }
        return result(n);
    }
}
