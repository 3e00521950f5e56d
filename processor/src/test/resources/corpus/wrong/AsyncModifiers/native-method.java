package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;

class Device {
    @Async
    native Coroutine<byte[]> read(int block); // error AsyncModifiers

    @Yields
    public static native Generator<Integer> ports(); // error AsyncModifiers
}
