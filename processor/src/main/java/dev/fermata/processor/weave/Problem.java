package dev.fermata.processor.weave;

import dev.fermata.processor.diagnostic.Line;

/**
 * Why something was not rewritten: a NotTransformed that has not found its position yet.
 *
 * @param className the internal name of the class
 * @param method the name of the method; empty where the class as a whole is meant
 * @param descriptor its descriptor; empty where the class as a whole is meant
 * @param line the line of the code that is meant, or 0 if that is not known
 * @param what what is wrong and why
 * @param cure what to do about it
 */
public record Problem(String className, String method, String descriptor, int line, Line what, Line cure) {
    /** One that means the class as a whole. */
    public static Problem of(String className, Line what, Line cure) {
        return new Problem(className, "", "", 0, what, cure);
    }
}
