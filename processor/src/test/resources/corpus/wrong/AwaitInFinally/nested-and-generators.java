package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Promise;

import static dev.fermata.Coroutine.await;

class Nested {
    @Async
    AsyncGenerator<Integer> all(Coroutine<Integer> first, Promise<Void> end) {
        try {
            AsyncGenerator.yield(await(first));
        } finally {
            try {
                System.out.println("a");
            } finally {
                await(end); // note AwaitInFinally
            }
        }
        return AsyncGenerator.end();
    }
}
