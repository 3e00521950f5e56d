package corpus;

import dev.fermata.Generator;
import dev.fermata.Yields;

class Branches {
    private final Generator<String> kept = null;

    @Yields
    Generator<String> all(boolean more) {
        Generator.yield("a");
        Generator<String> end = Generator.end();
        if (more) {
            return end; // error GeneratorReturn
        }
        return more ? Generator.end() : kept; // error GeneratorReturn
    }

    @Yields
    Generator<String> chosen(int way) {
        Generator.yield("b");
        return switch (way) { // error GeneratorReturn
            case 0 -> Generator.end();
            default -> (kept);
        };
    }
}
