/**
 * The names of the runtime's types. The processor does not link to the runtime, since it must handle code of any version of
 * it; what it knows of it are these names, and they stand here and nowhere else.
 *
 * <p>May touch: nothing. All other rooms may touch it.
 */
@NullMarked
package dev.fermata.processor.names;

import org.jspecify.annotations.NullMarked;
