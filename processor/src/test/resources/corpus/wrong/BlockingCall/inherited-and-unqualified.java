package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;
import static dev.fermata.asyncio.Asyncio.sleep;

class Worker extends Thread {
    static final class Inbox extends LinkedBlockingQueue<String> {
        private static final long serialVersionUID = 1;

        @Override
        public String take() throws InterruptedException {
            return super.take();
        }

        @Async
        Coroutine<String> next(Coroutine<String> step) throws InterruptedException {
            String first = await(step);
            return result(first + take() // warning BlockingCall
                    + super.take()); // warning BlockingCall
        }
    }

    @Async
    Coroutine<String> go(Inbox inbox, Coroutine<String> step) throws InterruptedException {
        sleep(1); // warning BlockingCall
        join(); // warning BlockingCall
        synchronized (this) {
            wait(); // warning BlockingCall
        }
        Callable<String> later = inbox::take;
        System.out.println(later);
        return result(await(step) + inbox.take()); // warning BlockingCall
    }
}
