package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.ArrayList;
import java.util.List;

class Snapshot {
    private final List<String> lines = new ArrayList<>();

    @Yields
    Generator<String> all() {
        synchronized (lines) {
            for (String line : lines) {
                Generator.yield(line); // error AwaitInSynchronized
            }
            Generator.yieldFrom(lines); // error AwaitInSynchronized
        }
        return Generator.end();
    }

    @Async
    AsyncGenerator<String> later() {
        synchronized (lines) {
            AsyncGenerator.yield(lines.get(0)); // error AwaitInSynchronized
        }
        return AsyncGenerator.end();
    }
}
