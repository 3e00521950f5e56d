package corpus;

import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;

class Chain {
    String text(Coroutine<String> first, Coroutine<String> second) {
        String joined =
                ((Coroutine
                        .<String>await( // error AwaitOutsideAsync
                                first)))
                        .concat(
                                await( // error AwaitOutsideAsync
                                        second));
        return joined;
    }
}
