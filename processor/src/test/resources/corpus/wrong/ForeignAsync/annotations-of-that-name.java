package corpus;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.result;

class Bean {
    @interface Async {}

    @interface Asynchronous {
        String value() default "";
    }

    @Async // warning ForeignAsync
    Coroutine<String> load(Coroutine<String> step) {
        return step;
    }

    @Asynchronous("pool") // warning ForeignAsync
    AsyncGenerator<String> stream() {
        throw new UnsupportedOperationException();
    }

    @Deprecated
    @Bean.Async // warning ForeignAsync
    static Coroutine<?> both() {
        return result(1);
    }
}

interface Service {
    @Bean.Async // warning ForeignAsync
    Coroutine<Integer> call(String name);
}
