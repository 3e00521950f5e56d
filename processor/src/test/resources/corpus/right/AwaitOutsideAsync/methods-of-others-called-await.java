package corpus;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;

class Gate {
    private final CountDownLatch latch = new CountDownLatch(1);
    private final CyclicBarrier barrier = new CyclicBarrier(2);

    void pass() throws Exception {
        latch.await();
        barrier.await();
        await("gate");
        this.suspend("gate");
    }

    private void await(String what) {
        System.out.println("await " + what);
    }

    private Object suspend(Object what) {
        Runnable later = () -> await("later");
        later.run();
        return what;
    }
}
