package dev.fermata.processor.start;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncFunction;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TaskGroup;
import java.time.Duration;

/** What a first program uses, for {@link StartTest}: tasks, gather and a group. It has no lambda of its own, which would load what ours must not. */
final class FirstProgram {
    private FirstProgram() {}

    @Async
    static Coroutine<Integer> slowly(int value) {
        await(Asyncio.sleep(Duration.ofMillis(value)));
        return result(value);
    }

    @Async
    static Coroutine<Integer> sum() {
        Task<Integer> task = Asyncio.createTask(slowly(1));
        int both = await(Asyncio.gather(slowly(1), slowly(2))).size();
        return result(both + await(task) + await(TaskGroup.run(new Body())));
    }

    public static void main(String[] args) {
        System.out.println(Asyncio.run(sum()));
    }

    private static final class Body implements AsyncFunction<TaskGroup, Integer> {
        @Async
        @Override
        public Coroutine<Integer> apply(TaskGroup group) {
            Task<Integer> one = group.createTask(slowly(1));
            Task<Integer> two = group.createTask(slowly(2));
            return result(await(one) + await(two));
        }
    }
}
