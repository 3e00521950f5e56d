// options: -Xlint:-rawtypes
package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;

class Raw {
    @Async
    Coroutine all() { // error AsyncReturnType
        return null;
    }

    @Yields
    Generator some() { // error AsyncReturnType
        return null;
    }
}
