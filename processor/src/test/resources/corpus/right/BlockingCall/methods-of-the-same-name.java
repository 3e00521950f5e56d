package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicReference;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Names {
    static final class Store {
        String get() {
            return "x";
        }

        void put(String text) {
            System.out.println(text);
        }

        String take() {
            return get();
        }

        void sleep(long time) {
            System.out.println(time);
        }

        String readLine() {
            return "y";
        }

        void join() {}
    }

    static final class Executor2 {
        boolean awaitTermination(long time) {
            return time > 0;
        }
    }

    @Async
    Coroutine<String> run(Coroutine<String> step, Store store, Executor2 pool, AsyncQueue<String> queue) {
        store.put(store.take() + store.get());
        store.sleep(1);
        store.join();
        if (pool.awaitTermination(3)) {
            return result(store.readLine());
        }
        AtomicReference<String> reference = new AtomicReference<>("z");
        ThreadLocal<String> local = ThreadLocal.withInitial(() -> "w");
        return result(await(step) + reference.get() + local.get() + queue.take());
    }

    static final class AsyncQueue<T> extends ArrayDeque<T> {
        T take() {
            return poll();
        }
    }
}
