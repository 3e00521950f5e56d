package dev.fermata.demo;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Task;
import java.time.Duration;
import java.util.Date;

/**
 * The article's first program: prints the time, sleeps for a second on the loop, prints the time.
 *
 * <pre>
 *   async def hello_world():
 *       print(time.ctime())
 *       await asyncio.sleep(1.0)
 *       print(time.ctime())
 *
 *   loop = asyncio.get_event_loop()
 *   task = loop.create_task(hello_world())
 *   loop.run_until_complete(task)
 *   loop.close()
 * </pre>
 */
public final class HelloWorld {
    private HelloWorld() {}

    @Async
    static Coroutine<Void> helloWorld() {
        System.out.println(new Date());
        await(Asyncio.sleep(Duration.ofSeconds(1)));
        System.out.println(new Date());
        return done();
    }

    public static void main(String[] args) {
        EventLoop loop = Asyncio.getEventLoop();
        Task<Void> task = loop.createTask(helloWorld());
        loop.runUntilComplete(task);
        loop.close();
    }
}
