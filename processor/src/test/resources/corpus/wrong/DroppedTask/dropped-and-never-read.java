package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.Task;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Tasks {
    Coroutine<Integer> poll() {
        return result(1);
    }

    @Async
    Coroutine<Integer> run(EventLoop loop, Coroutine<Integer> step) {
        Asyncio.createTask(poll()); // warning DroppedTask
        Asyncio.createTask(poll(), "poll"); // warning DroppedTask
        loop.createTask(poll()); // warning DroppedTask
        Task<Integer> task = Asyncio.createTask(poll()); // warning DroppedTask
        var named = loop.createTask(poll(), "x"); // warning DroppedTask
        Promise<Integer> promise = Asyncio.createTask(poll()); // warning DroppedTask
        Runnable start = () -> Asyncio.createTask(poll()); // warning DroppedTask
        start.run();
        for (Asyncio.createTask(poll()); loop.isRunning(); loop.stop()) { // warning DroppedTask
            System.out.println();
        }
        return result(await(step));
    }

    void plain(EventLoop loop) {
        loop.createTask(poll()); // warning DroppedTask
    }
}
