package dev.fermata.demo;

import dev.fermata.Coroutine;
import dev.fermata.inspect.Inspect;

/**
 * The article's fourth program: calling a coroutine function gives a coroutine, and that is no coroutine function.
 *
 * <pre>
 *   coro = hello_world()
 *   print(type(coro))
 *   print(inspect.iscoroutine(coro))
 *   print(inspect.iscoroutinefunction(coro))
 * </pre>
 */
public final class TypeOfCoroutine {
    private TypeOfCoroutine() {}

    public static void main(String[] args) {
        Coroutine<Void> coro = HelloWorld.helloWorld(); // prints nothing: nothing of the body runs
        System.out.println(Inspect.typeName(coro));
        System.out.println(Inspect.isCoroutine(coro));
        System.out.println(Inspect.isCoroutineFunction(coro));
        coro.close();
    }
}
