package corpus;

import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.List;

class Lines {
    @Yields
    Generator<String> all(List<String> lines) {
        Generator.yield("first");
        lines.forEach(line -> Generator.yield(line)); // error YieldOutsideGenerator
        lines.forEach(Generator::yield); // error YieldOutsideGenerator
        Runnable rest = () -> {
            Generator.yieldFrom(lines); // error YieldOutsideGenerator
        };
        rest.run();
        return Generator.end();
    }
}
