package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.sync.AsyncLock;
import dev.fermata.asyncio.sync.AsyncQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What seldom waits or never. An operation is a lock that nobody else wants, acquired and released; and an element that goes
 * from one task to another through a queue with room for a thousand.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Work.ROUNDS * Work.CALLS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class X6Lock {
    private static final int ROOM = 1_000;

    /** Needed by JMH. */
    public X6Lock() {}

    @Benchmark
    public long fermata() {
        return Work.check(Work.CALL_SUM, Asyncio.run(locks(new Work.Counter())));
    }

    @Benchmark
    public long limit() {
        return Work.check(Work.CALL_SUM, new HandLoop().run(new Locks()));
    }

    @Benchmark
    public long fermataQueue() {
        return Work.check(Work.CALL_SUM, Asyncio.run(queue()));
    }

    @Benchmark
    public long limitQueue() {
        Ring ring = new Ring();
        HandLoop loop = new HandLoop();
        loop.ready(new Producer(ring));
        return Work.check(Work.CALL_SUM, loop.run(new Consumer(ring)));
    }

    @Async
    private static Coroutine<Long> locks(Work.Counter counter) {
        AsyncLock lock = new AsyncLock();
        for (int round = 0; round < Work.ROUNDS; round++) {
            for (int call = 0; call < Work.CALLS; call++) {
                await(lock.acquire());
                counter.mix(call);
                lock.release();
            }
        }
        return result(counter.value);
    }

    @Async
    private static Coroutine<Long> queue() {
        AsyncQueue<Integer> queue = new AsyncQueue<>(ROOM);
        Task<Void> producer = Asyncio.createTask(produce(queue));
        Work.Counter counter = new Work.Counter();
        for (int left = Work.ROUNDS * Work.CALLS; left > 0; left--) {
            counter.mix(await(queue.get()));
        }
        await(producer);
        return result(counter.value);
    }

    @Async
    private static Coroutine<Void> produce(AsyncQueue<Integer> queue) {
        for (int round = 0; round < Work.ROUNDS; round++) {
            for (int call = 0; call < Work.CALLS; call++) {
                await(queue.put(call));
            }
        }
        return done();
    }

    private static final class Locks extends HandLoop.Frame {
        private final Work.Counter counter = new Work.Counter();
        private boolean locked;

        @Override
        void step(HandLoop loop) {
            for (int round = 0; round < Work.ROUNDS; round++) {
                for (int call = 0; call < Work.CALLS; call++) {
                    if (locked) {
                        throw new AssertionError("nobody else locks it");
                    }
                    locked = true;
                    counter.mix(call);
                    locked = false;
                }
            }
            loop.finish(this, counter.value);
        }
    }

    /** A queue for one producer and one consumer. */
    private static final class Ring {
        final Integer[] slots = new Integer[1 << 10];
        int head;
        int size;
        HandLoop.Frame waiter;

        void wake(HandLoop loop) {
            if (waiter != null) {
                loop.ready(waiter);
                waiter = null;
            }
        }
    }

    private static final class Producer extends HandLoop.Frame {
        private final Ring ring;
        private int round;
        private int call;

        Producer(Ring ring) {
            this.ring = ring;
        }

        @Override
        void step(HandLoop loop) {
            for (; round < Work.ROUNDS; round++) {
                for (; call < Work.CALLS; call++) {
                    if (ring.size == ROOM) {
                        ring.waiter = this;
                        return;
                    }
                    ring.slots[(ring.head + ring.size++) & (ring.slots.length - 1)] = call;
                    ring.wake(loop);
                }
                call = 0;
            }
            loop.finish(this, 0);
        }
    }

    private static final class Consumer extends HandLoop.Frame {
        private final Ring ring;
        private final Work.Counter counter = new Work.Counter();
        private int left = Work.ROUNDS * Work.CALLS;

        Consumer(Ring ring) {
            this.ring = ring;
        }

        @Override
        void step(HandLoop loop) {
            for (; left > 0; left--) {
                if (ring.size == 0) {
                    ring.waiter = this;
                    return;
                }
                counter.mix(ring.slots[ring.head]);
                ring.slots[ring.head] = null;
                ring.head = (ring.head + 1) & (ring.slots.length - 1);
                ring.size--;
                ring.wake(loop);
            }
            loop.finish(this, counter.value);
        }
    }
}
