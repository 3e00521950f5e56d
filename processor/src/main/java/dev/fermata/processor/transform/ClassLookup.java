package dev.fermata.processor.transform;

/**
 * What the transform has to know about classes other than the one it is given. Whoever implements it answers from the
 * compiler's symbols or from class files and never loads a class: the classes of a compile may not exist yet.
 */
public interface ClassLookup {
    /**
     * Tells whether lambdas for an interface are async code: its functional method, declared or inherited, carries
     * {@code @Async}.
     *
     * @param interfaceName the internal name of the interface
     * @return true if it does
     */
    boolean isAsyncInterface(String interfaceName);

    /**
     * Tells whether a method without {@code @Async} is async code all the same, since its class is anonymous and implements
     * or overrides a method that carries it.
     *
     * @param owner the internal name of the class
     * @param name the name of the method
     * @param descriptor its descriptor
     * @return true if it is
     */
    boolean isAsyncMethod(String owner, String name, String descriptor);

    /**
     * Tells whether a class or interface is a subclass of another: itself, or below it by any way of inheritance.
     *
     * @param name the internal name of a class
     * @param base the internal name of the other
     * @return true if it is known to be
     */
    boolean isSubclass(String name, String base);
}
