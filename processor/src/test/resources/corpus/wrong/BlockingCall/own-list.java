// options: -Afermata.blocking=corpus.Client#fetch,corpus.Client.Nested#*,!java.lang.Thread#sleep,no.such.Type#run
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.time.Duration;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Client {
    String fetch(String url) {
        return url;
    }

    String quick(String url) {
        return url;
    }

    static class Nested {
        static void one() {}

        int two() {
            return 2;
        }
    }

    static class Caching extends Client {}
}

class Uses {
    @Async
    Coroutine<String> run(Client client, Client.Caching caching) throws InterruptedException {
        await(Asyncio.sleep(Duration.ZERO));
        Thread.sleep(1);
        client.quick("x");
        Client.Nested.one(); // warning BlockingCall
        new Client.Nested().two(); // warning BlockingCall
        caching.fetch("b"); // warning BlockingCall
        return result(client.fetch("a")); // warning BlockingCall
    }
}
