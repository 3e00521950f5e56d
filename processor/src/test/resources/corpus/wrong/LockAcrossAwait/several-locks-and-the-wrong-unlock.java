package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncIterable;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Lk {
    final Lock lock = new ReentrantLock();
    final ReadWriteLock rw = new ReentrantReadWriteLock();
    final ReentrantLock re = new ReentrantLock();
    static final StampedLock st = new StampedLock();
    Coroutine<Integer> read() { return result(1); }
    record Holder(Lock inner) {}
    final Holder h = new Holder(lock);
    Lk next;
    @Async Coroutine<Void> a(boolean b) throws Exception {
        rw.writeLock().lock(); // warning BlockingCall
        try {
            await(read()); // error LockAcrossAwait
        } finally {
            rw.writeLock().unlock();
        }
        await(read());
        rw.readLock().lockInterruptibly(); // warning BlockingCall
        if (b) { rw.readLock().unlock(); return done(); }
        int n = b ? 1 : await(read()); // error LockAcrossAwait
        rw.readLock().unlock();
        return done();
    }
    @Async Coroutine<Void> b(AsyncIterable<String> lines, AsyncCloseable c) throws Exception {
        if (lock.tryLock()) {
            try {
                for (String s : lines) { // error LockAcrossAwait
                    System.out.println(s);
                }
                try (c) { } // error LockAcrossAwait
            } finally {
                lock.unlock();
            }
        } else {
            await(read());
        }
        if (!re.tryLock()) { return done(); }
        await(read()); // error LockAcrossAwait
        re.unlock();
        return done();
    }
    @Async Coroutine<Void> c() {
        this.next.lock.lock(); // warning BlockingCall
        this.next.lock.unlock();
        await(read());
        next.re.lock(); // warning BlockingCall
        next.lock.unlock();
        await(read()); // error LockAcrossAwait
        next.re.unlock();
        return done();
    }
    @Async Coroutine<Void> d() throws InterruptedException {
        while (re.tryLock(1, TimeUnit.SECONDS)) { // warning BlockingCall
            try { await(read()); } finally { re.unlock(); } // error LockAcrossAwait
        }
        await(read());
        return done();
    }
    AsyncSupplier<Integer> e = () -> {
        Lock l = lock;
        l.lock(); // warning BlockingCall
        try { return result(await(read())); } finally { l.unlock(); } // error LockAcrossAwait
    };
    @Async AsyncGenerator<Integer> f() {
        lock.lock(); // warning BlockingCall
        try { AsyncGenerator.yield(await(read())); } // error LockAcrossAwait; error LockAcrossAwait
        finally { lock.unlock(); }
        return AsyncGenerator.end();
    }
    @Async Coroutine<Integer> g(Map<String, Lock> locks, String k) {
        locks.get(k).lock(); // warning BlockingCall
        try { return result(await(read())); } finally { locks.get(k).unlock(); }
    }
    @Async Coroutine<Integer> i() {
        lock.lock(); // warning BlockingCall
        AsyncSupplier<Integer> s = () -> result(await(read()));
        lock.unlock();
        return result(await(read()));
    }
    @Async Coroutine<Integer> j(boolean a, boolean b) {
        if (a && lock.tryLock() && b) {
            int n = await(read()); // error LockAcrossAwait
            lock.unlock();
            return result(n);
        }
        return result(await(read()));
    }
}
