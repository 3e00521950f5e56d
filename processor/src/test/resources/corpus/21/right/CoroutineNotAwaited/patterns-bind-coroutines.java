package corpus;

import dev.fermata.Coroutine;

record Reply(int status, Coroutine<String> body) {}

class Client {
    int status(Object reply) {
        if (reply instanceof Reply(int status, Coroutine<String> body) && status > 3) {
            return status;
        }
        return switch (reply) {
            case Reply(var status, var body) when status == 2 -> status;
            case Coroutine<?> coroutine -> 1;
            default -> 0;
        };
    }
}
