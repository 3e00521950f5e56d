package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.List;
import java.util.stream.Collectors;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

class Mailer {
    @Async
    Coroutine<Integer> sendAll(List<String> letters) {
        await(connect());
        letters.forEach(letter -> await(send(letter))); // error AwaitOutsideAsync
        List<Integer> sizes = letters.stream()
                .map(letter -> {
                    int size = await(send(letter)); // error AwaitOutsideAsync
                    return size + 1;
                })
                .collect(Collectors.toList());
        return result(sizes.size());
    }

    Coroutine<Void> connect() {
        return done();
    }

    Coroutine<Integer> send(String letter) {
        return result(letter.length());
    }
}
