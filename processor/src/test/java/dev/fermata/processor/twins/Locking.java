package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;

import dev.fermata.Async;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.sync.AsyncBarrier;
import dev.fermata.asyncio.sync.AsyncCondition;
import dev.fermata.asyncio.sync.AsyncEvent;
import dev.fermata.asyncio.sync.AsyncLock;
import dev.fermata.asyncio.sync.AsyncQueue;
import dev.fermata.asyncio.sync.AsyncSemaphore;
import dev.fermata.asyncio.sync.BoundedAsyncSemaphore;
import dev.fermata.asyncio.sync.BrokenBarrierException;
import dev.fermata.asyncio.sync.QueueEmptyException;
import dev.fermata.asyncio.sync.QueueFullException;
import dev.fermata.asyncio.sync.QueueShutDownException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Locks and queues. */
final class Locking extends Twins {
    private static final List<String> NAMES = List.of("a", "b", "c");

    Locking(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "locking";
    }

    private static <T> List<Task<T>> tasks(List<String> names, Function<String, Coroutine<T>> work) {
        List<Task<T>> tasks = new ArrayList<>();
        for (String name : names) {
            tasks.add(Asyncio.createTask(work.apply(name)));
        }
        return tasks;
    }

    @Async
    private static Coroutine<Void> ended(List<? extends Task<?>> tasks) {
        for (Task<?> task : tasks) {
            while (!task.isDone()) {
                await(ticks(1));
            }
        }
        return done();
    }

    @Async
    private Coroutine<Void> holding(AsyncLock lock, String name) {
        await(lock.acquire());
        try {
            log(name, "holds");
            await(sleep(1));
        } finally {
            lock.release();
        }
        return done();
    }

    @Async
    Coroutine<Void> aLockGoesToWhoCameFirst() {
        AsyncLock lock = new AsyncLock();
        await(Asyncio.gather(tasks(NAMES, name -> holding(lock, name))));
        log(lock.isLocked());
        return done();
    }

    @Async
    private Coroutine<Void> acquiring(AsyncLock lock, String name) {
        try {
            await(lock.acquire());
        } catch (CancelledError cancelled) {
            log(name, "cancelled");
            throw cancelled;
        }
        log(name, "holds");
        lock.release();
        return done();
    }

    @Async
    Coroutine<Void> aCancelledWaiterOfALockIsPassedOver() {
        AsyncLock lock = new AsyncLock();
        await(lock.acquire());
        List<Task<Void>> tasks = tasks(NAMES, name -> acquiring(lock, name));
        await(ticks(1));
        tasks.get(0).cancel();
        lock.release();
        await(ended(tasks));
        log(lock.isLocked());
        return done();
    }

    @Async
    private Coroutine<Void> waiting(AsyncEvent event, String name) {
        await(event.waitFor());
        log(name, event.isSet());
        return done();
    }

    @Async
    Coroutine<Void> anEventWakesAllEvenIfItIsCleared() {
        AsyncEvent event = new AsyncEvent();
        List<Task<Void>> tasks = tasks(List.of("a", "b"), name -> waiting(event, name));
        await(ticks(1));
        event.set();
        event.clear();
        await(ended(tasks));
        return done();
    }

    @Async
    private Coroutine<Void> waiting(AsyncCondition condition, String name) {
        await(condition.acquire());
        try {
            await(condition.waitFor());
            log(name, "woken");
        } finally {
            condition.release();
        }
        return done();
    }

    @Async
    Coroutine<Void> aConditionWakesAsManyAsItIsTold() {
        AsyncCondition condition = new AsyncCondition();
        List<Task<Void>> tasks = tasks(NAMES, name -> waiting(condition, name));
        await(ticks(3));
        await(condition.acquire());
        condition.notify(2);
        condition.release();
        await(sleep(1));
        log("two");
        await(condition.acquire());
        condition.notifyEvery();
        condition.release();
        await(ended(tasks));
        return done();
    }

    @Async
    Coroutine<Void> aConditionWithoutItsLockIsRefused() {
        try {
            new AsyncCondition().notify(1);
        } catch (IllegalStateException refused) {
            log(refused);
        }
        return done();
    }

    @Async
    private Coroutine<Void> entering(AsyncSemaphore semaphore, String name) {
        await(semaphore.acquire());
        try {
            log(name, "in", semaphore.isLocked());
            await(sleep(1));
        } finally {
            semaphore.release();
        }
        log(name, "out");
        return done();
    }

    @Async
    Coroutine<Void> aSemaphoreLetsSoManyIn() {
        AsyncSemaphore semaphore = new AsyncSemaphore(2);
        await(Asyncio.gather(tasks(NAMES, name -> entering(semaphore, name))));
        return done();
    }

    @Async
    Coroutine<Void> aBoundedSemaphoreIsNotReleasedTooOften() {
        BoundedAsyncSemaphore semaphore = new BoundedAsyncSemaphore(1);
        await(semaphore.acquire());
        semaphore.release();
        try {
            semaphore.release();
        } catch (IllegalStateException refused) {
            log("refused");
        }
        return done();
    }

    @Async
    private Coroutine<Void> arriving(AsyncBarrier barrier, String name, int seconds) {
        await(sleep(seconds));
        log(name, "arrives", barrier.waiting());
        await(barrier.waitFor());
        log(name, "passes");
        return done();
    }

    @Async
    Coroutine<Void> aBarrierIsPassedTogether() {
        AsyncBarrier barrier = new AsyncBarrier(3);
        await(Asyncio.gather(arriving(barrier, "a", 1), arriving(barrier, "b", 2), arriving(barrier, "c", 3)));
        return done();
    }

    @Async
    private Coroutine<Void> broken(AsyncBarrier barrier) {
        try {
            await(barrier.waitFor());
        } catch (BrokenBarrierException broken) {
            log(broken);
        }
        return done();
    }

    @Async
    Coroutine<Void> anAbortedBarrierIsBroken() {
        AsyncBarrier barrier = new AsyncBarrier(2);
        Task<Void> task = Asyncio.createTask(broken(barrier));
        await(ticks(1));
        await(barrier.abort());
        await(task);
        log(barrier.isBroken());
        return done();
    }

    @Async
    private Coroutine<Void> putting(AsyncQueue<Integer> queue) {
        for (int i = 0; i < 3; i++) {
            await(queue.put(i));
            log("put", i);
        }
        return done();
    }

    @Async
    Coroutine<Void> aFullQueueKeepsItsPuttersWaiting() {
        AsyncQueue<Integer> queue = new AsyncQueue<>(1);
        Task<Void> task = Asyncio.createTask(putting(queue));
        await(sleep(1));
        log(queue.isFull(), queue.size());
        for (int i = 0; i < 3; i++) {
            log("got", await(queue.get()));
            await(sleep(1));
        }
        await(task);
        return done();
    }

    @Async
    Coroutine<Void> aCancelledGetterLosesNothing() {
        AsyncQueue<String> queue = new AsyncQueue<>();
        Task<String> task = Asyncio.createTask(queue.get());
        await(ticks(1));
        queue.putNow("item");
        task.cancel();
        await(ticks(2));
        log(task.isCancelled(), queue.getNow());
        return done();
    }

    @Async
    private Coroutine<Void> working(AsyncQueue<Integer> queue) {
        while (true) {
            int item = await(queue.get());
            await(sleep(1));
            log("done", item);
            queue.taskDone();
        }
    }

    @Async
    Coroutine<Void> joinWaitsForAllThatWasPut() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        for (int i = 0; i < 3; i++) {
            queue.putNow(i);
        }
        Task<Void> task = Asyncio.createTask(working(queue));
        await(queue.join());
        log("joined");
        task.cancel();
        return done();
    }

    @Async
    Coroutine<Void> theOtherOrdersOfAQueue() {
        List<AsyncQueue<Integer>> queues =
                List.of(AsyncQueue.lifo(0), AsyncQueue.priority(0, Comparator.naturalOrder()));
        for (AsyncQueue<Integer> queue : queues) {
            for (int i : new int[] {2, 3, 1}) {
                queue.putNow(i);
            }
            log(List.of(queue.getNow(), queue.getNow(), queue.getNow()));
        }
        return done();
    }

    @Async
    Coroutine<Void> anEmptyQueueAndAFullOneRefuseAtOnce() {
        AsyncQueue<Integer> queue = new AsyncQueue<>(1);
        try {
            queue.getNow();
        } catch (QueueEmptyException empty) {
            log(empty);
        }
        queue.putNow(1);
        try {
            queue.putNow(2);
        } catch (QueueFullException full) {
            log(full);
        }
        return done();
    }

    @Async
    Coroutine<Void> aQueueThatIsShutDownIsDrained() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        queue.putNow(1);
        queue.shutdown(false);
        try {
            queue.putNow(2);
        } catch (QueueShutDownException refused) {
            log("put", refused);
        }
        log(await(queue.get()));
        try {
            await(queue.get());
        } catch (QueueShutDownException refused) {
            log("get", refused);
        }
        return done();
    }
}
