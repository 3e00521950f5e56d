package dev.fermata.demo;

import dev.fermata.inspect.Inspect;

/**
 * The article's third program: it is a coroutine function.
 *
 * <pre>
 *   print(inspect.iscoroutinefunction(hello_world))
 * </pre>
 */
public final class IsCoroutineFunction {
    private IsCoroutineFunction() {}

    public static void main(String[] args) {
        System.out.println(Inspect.isCoroutineFunction(HelloWorld::helloWorld));
        System.out.println(Inspect.isCoroutineFunction(HelloWorld.class, "helloWorld")); // the same by reflection
    }
}
