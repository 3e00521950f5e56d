package corpus;

import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;

interface Store {
    Coroutine<String> read(String key);
}

class Loader {
    private final Store store;

    Loader(Store store) {
        this.store = store;
    }

    String load(String key) {
        return await(store.read(key)); // error AwaitOutsideAsync
    }
}
