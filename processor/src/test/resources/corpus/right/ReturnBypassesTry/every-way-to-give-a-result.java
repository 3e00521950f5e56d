package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Results {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> step, int way) {
        try {
            if (way == 1) {
                return Coroutine.<Integer>result(await(step));
            }
            if (way == 2) {
                return (result(2));
            }
            if (way == 3) {
                return (Coroutine<Integer>) result(3);
            }
            return switch (way) {
                case 4 -> result(4);
                case 5 -> {
                    int n = await(step);
                    yield result(n);
                }
                default -> throw new IllegalArgumentException();
            };
        } catch (IllegalArgumentException e) {
            return result(-1);
        } finally {
            System.out.println(way);
        }
    }

    @Async
    AsyncGenerator<Integer> numbers(Coroutine<Integer> step) {
        try {
            AsyncGenerator.yield(await(step));
            return AsyncGenerator.end();
        } finally {
            System.out.println("end");
        }
    }
}
