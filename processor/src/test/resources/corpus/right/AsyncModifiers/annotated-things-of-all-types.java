package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

interface Jobs {
    @Async
    Coroutine<Integer> one(int... of);

    enum Kind implements Jobs {
        FAST {
            @Async
            @Override
            public final Coroutine<Integer> one(int... of) {
                return result(await(Asyncio.sleep(Duration.ZERO, of.length)));
            }
        };

        @Yields
        static Generator<Kind> all() {
            Generator.yieldFrom(List.of(values()));
            return Generator.end();
        }
    }

    @interface Marker {
        String name() default "x";
    }

    class Local {
        @Marker
        @Async
        protected <A, B extends Comparable<? super B>> Coroutine<B> max(Coroutine<A> first, B second) throws Exception {
            await(first);
            return result(second);
        }
    }
}
