package dev.fermata.processor.javac;

import dev.fermata.processor.transform.ClassLookup;
import dev.fermata.processor.transform.Outcome;
import dev.fermata.processor.transform.TransformOptions;

/** The transform as this room sees it, so that tests can put another in its place. */
@FunctionalInterface
interface ClassTransform {
    /** See {@link dev.fermata.processor.transform.Transformer#transform}. */
    Outcome transform(byte[] classFile, ClassLookup lookup, TransformOptions options);
}
