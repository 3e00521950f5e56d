package corpus;

import dev.fermata.Bridge;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.result;

class Code {
    void run() {
        @Bridge
        class Local { // error BridgeTarget
            Coroutine<String> read() {
                return result("local");
            }
        }
        new Local().read().close();
        new Object() {
            @Bridge
            class Member { // error BridgeTarget
                Coroutine<String> read() {
                    return result("member");
                }
            }
        }.hashCode();
    }
}
