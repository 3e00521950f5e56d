package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.TaskGroup;
import java.util.ArrayList;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Collect {
    @Async
    AsyncGenerator<String> pages(List<Coroutine<String>> pages) {
        AsyncGenerator.yield("before");
        List<String> texts = await(TaskGroup.run(group -> {
            List<String> read = new ArrayList<>();
            for (Coroutine<String> page : pages) {
                read.add(await(group.createTask(page)));
            }
            return result(read);
        }));
        for (String text : texts) {
            AsyncGenerator.yield(text);
        }
        return AsyncGenerator.end();
    }
}
