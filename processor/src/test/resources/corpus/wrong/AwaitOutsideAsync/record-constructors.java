package corpus;

import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

record Range(int low, int high) {
    Range {
        high = Math.max(await(limit()), high); // error AwaitOutsideAsync
    }

    Range(int low) {
        this(low, await(limit())); // error AwaitOutsideAsync
    }

    int width() {
        return await(limit()) - low; // error AwaitOutsideAsync
    }

    static Coroutine<Integer> limit() {
        return result(9);
    }
}
