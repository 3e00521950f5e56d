package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.TaskGroup;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Crawl {
    @Async
    AsyncGenerator<String> pages(List<String> urls) {
        await(TaskGroup.run(group -> {
            for (String url : urls) {
                AsyncGenerator.yield(await(group.createTask(fetch(url)))); // error YieldInScope
            }
            return done();
        }));
        return AsyncGenerator.end();
    }

    Coroutine<String> fetch(String url) {
        return result(url);
    }
}
