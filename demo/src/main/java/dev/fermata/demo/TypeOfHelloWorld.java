package dev.fermata.demo;

import dev.fermata.inspect.Inspect;

/**
 * The article's second program: what the annotated method is, is a function.
 *
 * <pre>
 *   print(type(hello_world))
 * </pre>
 */
public final class TypeOfHelloWorld {
    private TypeOfHelloWorld() {}

    public static void main(String[] args) {
        System.out.println(Inspect.typeName(HelloWorld::helloWorld));
    }
}
