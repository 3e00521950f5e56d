package corpus;

class Bare {
    @dev.fermata.Async
    dev.fermata.Coroutine<java.lang.String> run(dev.fermata.Coroutine<java.lang.Long> step) throws java.lang.Exception {
        java.lang.Thread.sleep(dev.fermata.Coroutine.await(step)); // warning BlockingCall
        return null; // error NullCoroutine
    }

    java.lang.String plain(dev.fermata.Coroutine<java.lang.String> step) {
        return dev.fermata.Coroutine.<java.lang.String>await(step); // error AwaitOutsideAsync
    }
}
