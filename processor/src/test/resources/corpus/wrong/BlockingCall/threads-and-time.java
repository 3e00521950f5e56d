package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;

class Sleeper {
    @Async
    Coroutine<Void> nap(Thread other, Object monitor) throws InterruptedException {
        await(Asyncio.sleep(Duration.ofMillis(1)));
        Thread.sleep(100); // warning BlockingCall
        other.join(); // warning BlockingCall
        TimeUnit.SECONDS.sleep(1); // warning BlockingCall
        LockSupport.parkNanos(3); // warning BlockingCall
        synchronized (monitor) {
            monitor.wait(10); // warning BlockingCall
        }
        return done();
    }
}
