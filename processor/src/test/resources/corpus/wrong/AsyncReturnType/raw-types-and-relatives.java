package corpus;

import dev.fermata.Async;
import dev.fermata.AsyncIterator;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.asyncio.Task;

interface Relatives {
    @Async
    Awaitable<String> asSuper(); // error AsyncReturnType

    @Async
    Task<String> asTask(); // error AsyncReturnType

    @Async
    AsyncIterator<String> asIterator(); // error AsyncReturnType

    @Async
    Generator<String> asGenerator(); // error AsyncReturnType

    @Async
    Object asObject(); // error AsyncReturnType

    @Async
    Coroutine<String>[] asArray(); // error AsyncReturnType
}
