package corpus;

import dev.fermata.AsyncGenerator;
import dev.fermata.Generator;

enum Kind {
    A {
        @Override
        Object next() {
            return Generator.yield("a"); // error YieldOutsideGenerator
        }
    };

    abstract Object next();

    static Object other(Object way) {
        return switch (way.hashCode()) {
            case 0 -> Generator.yield(0); // error YieldOutsideGenerator
            default -> {
                Object sent = AsyncGenerator.yield(1); // error YieldOutsideGenerator
                yield sent;
            }
        };
    }
}
