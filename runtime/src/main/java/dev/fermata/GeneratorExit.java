package dev.fermata;

import java.io.Serial;

/**
 * What {@code close()} throws at the await or yield where a coroutine or generator is suspended, so that its finally blocks
 * run. An {@link Error}, so that {@code catch (Exception e)} does not swallow it (Python: BaseException).
 */
public final class GeneratorExit extends Error {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public GeneratorExit() {
        super("closed");
    }
}
