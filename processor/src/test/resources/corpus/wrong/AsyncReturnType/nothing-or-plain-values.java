package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.List;

import static dev.fermata.Coroutine.await;

class Api {
    @Async
    void ping() {} // error AsyncReturnType

    @Async
    String name(Coroutine<String> name) { // error AsyncReturnType
        return await(name);
    }

    @Async
    int[] numbers() { // error AsyncReturnType
        return new int[0];
    }

    @Async
    static <T> T first(List<? extends T> all) { // error AsyncReturnType
        return all.get(0);
    }
}
