package corpus;

import dev.fermata.Coroutine;
import java.util.concurrent.CompletionStage;

import static dev.fermata.Coroutine.await;

class Choice {
    int choose(String kind, Coroutine<Integer> slow, CompletionStage<Integer> stage) {
        return switch (kind) {
            case "slow" -> await(slow); // error AwaitOutsideAsync
            case "stage" -> {
                int size = await(stage); // error AwaitOutsideAsync
                yield size;
            }
            default -> kind.isEmpty() ? await(slow) : 0; // error AwaitOutsideAsync
        };
    }
}
