package corpus;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@FunctionalInterface
interface Visitor<T> {
    T visit(String name) throws Exception;
}

class Plain {
    private final ThreadLocal<String> name = ThreadLocal.withInitial(() -> "x");
    private final Lock lock = new ReentrantLock();
    private int count;

    @SuppressWarnings("finally")
    int run(Visitor<Integer> visitor) {
        name.set("y");
        lock.lock();
        try {
            count += visitor.visit(name.get());
            Thread.sleep(1);
        } catch (Throwable t) {
            count--;
        } finally {
            lock.unlock();
            name.remove();
            return count;
        }
    }
}
