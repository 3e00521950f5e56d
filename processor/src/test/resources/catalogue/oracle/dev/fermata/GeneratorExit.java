package dev.fermata;

/** As the real one. */
public final class GeneratorExit extends Error {
    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public GeneratorExit() {
        super("closed");
    }
}
