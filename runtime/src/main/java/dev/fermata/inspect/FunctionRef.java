package dev.fermata.inspect;

import java.io.Serializable;

/**
 * A method reference that {@link Inspect} can look behind, of any number of parameters. Write the reference and let javac
 * choose among {@link AsyncFunctionRef} and its siblings.
 *
 * <p>Serializable, because the object of a method reference tells its method to serialization and to nobody else. It is never
 * written anywhere, so it does not matter whether a bound receiver is serializable.
 */
public interface FunctionRef extends Serializable {}
