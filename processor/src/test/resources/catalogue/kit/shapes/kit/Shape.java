package shapes.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A static method that takes a tape, and is played once in each mode on both sides. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Shape {
    /** Whether it awaits something of the tape; a shape that does not has to say so. */
    boolean awaits() default true;

    /** Whether each performance needs classes that were not initialised before. */
    boolean fresh() default false;
}
