package dev.fermata.processor.transform;

/** Rewrites the coroutine and generator functions of one class file. */
public final class Transformer {
    private Transformer() {}

    /**
     * Transforms a class file. Pure: the same arguments give the same bytes.
     *
     * @param classFile the class file as the compiler wrote it
     * @param lookup what is known of other classes
     * @param options how to transform
     * @return what came of it; bad input gives {@link Outcome.Rejected}, never an exception
     */
    public static Outcome transform(byte[] classFile, ClassLookup lookup, TransformOptions options) {
        return new Outcome.Unchanged();
    }
}
