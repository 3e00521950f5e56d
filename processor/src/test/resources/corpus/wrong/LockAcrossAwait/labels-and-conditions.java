package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.concurrent.locks.ReentrantLock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class La {
    final ReentrantLock lock = new ReentrantLock(); Coroutine<Integer> c() { return result(1); }
    @Async Coroutine<Integer> a(int n, int[] xs) {
        outer:
        for (int x : xs) {
            lock.lock(); // warning BlockingCall
            try {
                if (x == 0) continue outer;
                if (x == 1) break outer;
                switch (x) { case 2: n += await(c()); break; default: } // error LockAcrossAwait
            } finally { lock.unlock(); }
            n += await(c());
        }
        blk: { lock.lock(); if (n > 0) { lock.unlock(); break blk; } lock.unlock(); } // warning BlockingCall
        await(c());
        do { if (!lock.tryLock()) continue; lock.unlock(); await(c()); } while (n-- > 0);
        boolean got = lock.tryLock(); await(c()); if (got) lock.unlock();
        if (lock.tryLock() || n > 0) { await(c()); }
        if (!(lock.tryLock())) { await(c()); } else { await(c()); lock.unlock(); } // error LockAcrossAwait
        int r = lock.tryLock() ? await(c()) : 0; // error LockAcrossAwait
        return result(n + r);
    }
}
