package corpus;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.Iterator;

class Words {
    @Yields
    Iterable<String> all() { // error AsyncReturnType
        Generator.yield("a");
        return Generator.end();
    }

    @Yields
    Iterator<String> iterator() { // error AsyncReturnType
        Generator.yield("a");
        return Generator.end();
    }

    @Yields
    AsyncGenerator<String> later() { // error AsyncReturnType
        Generator.yield("a");
        return null;
    }

    @Yields
    Coroutine<String> one() { // error AsyncReturnType
        return null;
    }
}
