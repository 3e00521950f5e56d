package dev.fermata.machine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class file that the processor wrote: a host whose coroutine functions were rewritten, or a class generated for one.
 *
 * <p>It makes rewriting idempotent (a marked class is left alone), tells {@code inspect} at run time what was really
 * rewritten, and names the ABI that the code was written for. An annotation and not a class-file attribute of our own:
 * every bytecode tool keeps annotations, few keep unknown attributes, and reflection sees only the former.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Transformed {
    /** The format that this runtime executes. */
    int FORMAT = 1;

    /**
     * The format of the ABI that the class was written for.
     *
     * @return the format, {@link #FORMAT} for classes that this runtime can execute
     */
    int format();
}
