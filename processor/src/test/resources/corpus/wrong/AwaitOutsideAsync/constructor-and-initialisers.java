package corpus;

import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

abstract class Settings {
    static final String HOST = await(fetch("host")); // error AwaitOutsideAsync
    static final int PORT;

    static {
        PORT = Integer.parseInt(await(fetch("port"))); // error AwaitOutsideAsync
    }

    private final String user = await(fetch("user")); // error AwaitOutsideAsync
    private String password;
    private final long started;

    {
        password = await(fetch("password")); // error AwaitOutsideAsync
    }

    Settings() {
        started = Long.parseLong(await(fetch("started"))); // error AwaitOutsideAsync
    }

    static Coroutine<String> fetch(String key) {
        return result(key);
    }
}
