package corpus;

class Foreign {
    @interface Async {}

    @interface Yields {}

    @Async
    void run() throws InterruptedException {
        Thread.sleep(1);
    }

    @Yields
    synchronized String all() {
        return null;
    }
}
