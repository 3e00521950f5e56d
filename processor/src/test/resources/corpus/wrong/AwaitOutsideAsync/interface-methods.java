package corpus;

import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;

interface Clock {
    Coroutine<Long> ticks();

    default long now() {
        return await(ticks()); // error AwaitOutsideAsync
    }

    static long of(Clock clock) {
        return clock.read() + await(clock.ticks()); // error AwaitOutsideAsync
    }

    private long read() {
        return await(ticks()) * 2; // error AwaitOutsideAsync
    }
}
