package corpus;

import dev.fermata.Bridge;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.EventLoop;
import java.util.List;

import static dev.fermata.Coroutine.result;

@Bridge
abstract class Store {
    private static final class Row {}

    @SuppressWarnings("rawtypes")
    abstract Coroutine raw(); // error BridgeTarget

    abstract Coroutine<List<Row>> rows(); // error BridgeTarget

    abstract Coroutine<Void> write(Row row); // error BridgeTarget

    static Coroutine<Integer> count(String of) {
        return result(of.length());
    }

    static Coroutine<Integer> count(EventLoop loop, String of) { // error BridgeTarget
        return result(of.length());
    }
}

@Bridge
interface Handle {
    Coroutine<String> clone(); // error BridgeTarget
}
