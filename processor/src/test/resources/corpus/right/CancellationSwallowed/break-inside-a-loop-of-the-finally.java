package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.function.Supplier;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Loops {
    @Async
    Coroutine<Integer> run(Coroutine<Integer> step, int[] all) {
        int n = 0;
        try {
            n = await(step);
        } finally {
            outer:
            for (int a : all) {
                for (int b : all) {
                    if (a == b) {
                        continue outer;
                    }
                    if (a > b) {
                        break;
                    }
                }
                switch (a) {
                    case 1:
                        n++;
                        break;
                    default:
                        break outer;
                }
            }
            Supplier<Integer> size = () -> {
                return all.length;
            };
            n += size.get();
        }
        return result(n);
    }
}
