package corpus;

import dev.fermata.Async;

class First {
    @Async
    synchronized void ping() throws InterruptedException { // error AsyncModifiers
        Thread.sleep(1);
    }

    @SuppressWarnings({"all", "fermata"})
    @Async
    native String pong(); // error AsyncModifiers
}
