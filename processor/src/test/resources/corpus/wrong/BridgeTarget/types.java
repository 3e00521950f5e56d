package corpus;

import dev.fermata.Bridge;
import dev.fermata.Coroutine;

class Outer {
    @Bridge
    private interface Hidden { // error BridgeTarget
        Coroutine<String> read();
    }

    private static class Around {
        @Bridge
        interface Inside { // error BridgeTarget
            Coroutine<String> read();
        }
    }
}

@Bridge
@interface Marker {} // error BridgeTarget

@Bridge
interface Plain { // error BridgeTarget
    String read();
}

@Bridge(exclude = {"read", "raed"})
interface Misspelt { // error BridgeTarget
    Coroutine<String> read();

    Coroutine<String> write();
}
