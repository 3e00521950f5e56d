package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.sync.AsyncQueue;
import dev.fermata.asyncio.sync.QueueEmptyException;
import dev.fermata.asyncio.sync.QueueFullException;
import dev.fermata.asyncio.sync.QueueShutDownException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The twins of {@code queues.py}. */
@SuppressWarnings("fermata")
final class Queues extends Twins {
    private static final Integer END = -1;

    Queues(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "queues";
    }

    @Async
    Coroutine<Void> giveFirstWhatWasPutFirst() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        for (int i = 0; i < 3; i++) {
            queue.putNow(i);
        }
        log(queue.size(), queue.isEmpty(), queue.isFull());
        log(await(queue.get()), await(queue.get()), queue.getNow());
        log(queue.isEmpty());
        return done();
    }

    @Async
    private Coroutine<Void> getting(AsyncQueue<?> queue, String name) {
        log(name, await(queue.get()));
        return done();
    }

    @Async
    Coroutine<Void> wakeGettersInOrder() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        List<Task<Void>> tasks = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            tasks.add(Asyncio.createTask(getting(queue, name)));
        }
        await(ticks(1));
        for (int i = 0; i < 3; i++) {
            queue.putNow(i);
        }
        await(Asyncio.gather(tasks));
        return done();
    }

    @Async
    private Coroutine<Void> producing(AsyncQueue<Integer> queue) {
        for (int i = 0; i < 3; i++) {
            log("puts", i);
            await(queue.put(i));
        }
        log("produced");
        return done();
    }

    @Async
    Coroutine<Void> holdPuttersWhileTheyAreFull() {
        AsyncQueue<Integer> queue = new AsyncQueue<>(1);
        Task<Void> task = Asyncio.createTask(producing(queue));
        for (int i = 0; i < 3; i++) {
            await(sleep(0.01));
            log("got", await(queue.get()));
        }
        await(task);
        return done();
    }

    @Async
    Coroutine<Void> haveNothingToGiveAtOnce() {
        AsyncQueue<Integer> queue = new AsyncQueue<>(1);
        try {
            queue.getNow();
        } catch (QueueEmptyException thrown) {
            log(thrown);
        }
        queue.putNow(1);
        try {
            queue.putNow(2);
        } catch (QueueFullException thrown) {
            log(thrown, queue.isFull(), 1);
        }
        return done();
    }

    @Async
    Coroutine<Void> mayGiveFirstWhatWasPutLast() {
        AsyncQueue<Integer> queue = AsyncQueue.lifo(0);
        for (int i = 0; i < 3; i++) {
            queue.putNow(i);
        }
        log(await(queue.get()), await(queue.get()), await(queue.get()));
        return done();
    }

    @Async
    Coroutine<Void> mayGiveTheLeastFirst() {
        AsyncQueue<Integer> queue = AsyncQueue.priority(0, Comparator.<Integer>naturalOrder());
        for (int i : List.of(3, 1, 2)) {
            queue.putNow(i);
        }
        log(await(queue.get()), await(queue.get()), await(queue.get()));
        return done();
    }

    @Async
    private Coroutine<Void> consuming(AsyncQueue<Integer> queue) {
        while (true) {
            int item = await(queue.get());
            await(sleep(0.01));
            log("done", item);
            queue.taskDone();
        }
    }

    @Async
    Coroutine<Void> areJoinedWhenAllIsDone() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        Task<Void> consumer = Asyncio.createTask(consuming(queue));
        for (int i = 0; i < 3; i++) {
            queue.putNow(i);
        }
        await(queue.join());
        log("joined");
        consumer.cancel();
        return done();
    }

    @Async
    Coroutine<Void> thatAreEmptyAreJoinedAtOnce() {
        await(new AsyncQueue<Integer>().join());
        log("joined");
        return done();
    }

    @Async
    Coroutine<Void> complainOfTaskDoneTooOften() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        queue.putNow(1);
        await(queue.get());
        queue.taskDone();
        try {
            queue.taskDone();
        } catch (IllegalStateException thrown) {
            log("refused");
        }
        return done();
    }

    @Async
    Coroutine<Void> loseNothingToACancelledGetter() {
        AsyncQueue<String> queue = new AsyncQueue<>();
        Task<Void> a = Asyncio.createTask(getting(queue, "a"));
        Task<Void> b = Asyncio.createTask(getting(queue, "b"));
        await(ticks(1));
        queue.putNow("item");
        a.cancel();
        await(b);
        log(a.isCancelled(), queue.size());
        return done();
    }

    @Async
    Coroutine<Void> putNothingForACancelledPutter() {
        AsyncQueue<String> queue = new AsyncQueue<>(1);
        queue.putNow("first");
        Task<Void> putter = Asyncio.createTask(queue.put("never"));
        Task<Void> other = Asyncio.createTask(queue.put("second"));
        await(ticks(1));
        putter.cancel();
        log(await(queue.get()));
        await(other);
        log(await(queue.get()), queue.isEmpty());
        return done();
    }

    @Async
    Coroutine<Void> thatAreShutDownGiveWhatTheyHave() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        queue.putNow(1);
        queue.shutdown();
        try {
            queue.putNow(2);
        } catch (QueueShutDownException thrown) {
            log("put", thrown);
        }
        log(await(queue.get()));
        try {
            await(queue.get());
        } catch (QueueShutDownException thrown) {
            log("get", thrown);
        }
        return done();
    }

    @Async
    private Coroutine<Void> shutDown(AsyncQueue<?> queue, String name) {
        try {
            await(queue.get());
        } catch (QueueShutDownException thrown) {
            log(name, "shut down");
        }
        return done();
    }

    @Async
    Coroutine<Void> thatAreShutDownWakeTheirGetters() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        Task<Void> a = Asyncio.createTask(shutDown(queue, "a"));
        Task<Void> b = Asyncio.createTask(shutDown(queue, "b"));
        await(ticks(1));
        queue.shutdown();
        await(Asyncio.gather(a, b));
        return done();
    }

    @Async
    Coroutine<Void> thatAreShutDownAtOnceDropWhatTheyHave() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        queue.putNow(1);
        queue.putNow(2);
        queue.shutdown(true);
        log(queue.size());
        await(queue.join());
        log("joined");
        return done();
    }

    @Async
    private Coroutine<Void> working(AsyncQueue<Integer> queue, String name) {
        for (int item = await(queue.get()); item != END; item = await(queue.get())) {
            await(sleep(item * 0.01));
            log(name, item);
        }
        return done();
    }

    @Async
    Coroutine<Void> feedSeveralWorkers() {
        AsyncQueue<Integer> queue = new AsyncQueue<>(2);
        Task<Void> a = Asyncio.createTask(working(queue, "a"));
        Task<Void> b = Asyncio.createTask(working(queue, "b"));
        for (int item : List.of(3, 1, 1, 2, END, END)) {
            await(queue.put(item));
        }
        await(Asyncio.gather(a, b));
        return done();
    }
}
