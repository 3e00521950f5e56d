package corpus;

import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.List;
import java.util.Map;

class Everywhere {
    @Yields
    Generator<Object> all(Map<String, List<Integer>> groups) {
        for (Map.Entry<String, List<Integer>> group : groups.entrySet()) {
            int weight =
                    switch (group.getKey()) {
                        case "a" -> 1;
                        default -> {
                            Generator.yield("other");
                            yield 2;
                        }
                    };
            try {
                Object sent = Generator.yield(weight);
                if (sent instanceof Integer number && number > 3) {
                    Integer returned = Generator.yieldFrom(group.getValue());
                    Generator.yield(returned);
                }
            } finally {
                Generator.yield("end");
            }
        }
        Thread.yield();
        return Generator.end(groups.size());
    }
}
