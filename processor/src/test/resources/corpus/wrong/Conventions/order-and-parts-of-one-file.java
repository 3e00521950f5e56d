package corpus;

import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;

interface Api {
    default String one(Coroutine<String> step) {
        return await(step); // error AwaitOutsideAsync
    }
}

enum Kind {
    A(await(Coroutine.result(1))); // error AwaitOutsideAsync

    final int n;

    Kind(int n) {
        this.n = n;
    }
}

record Pair(int left) {
    Pair {
        left = await(Coroutine.result(left)); // error AwaitOutsideAsync
    }
}

class Holder {
    static class Inner {
        class Deep {
            int two = await(Coroutine.result(2)); // error AwaitOutsideAsync
        }
    }
}
