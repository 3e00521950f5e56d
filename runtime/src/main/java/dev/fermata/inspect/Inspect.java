package dev.fermata.inspect;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.machine.FrameProbe;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Tells coroutine functions from coroutines, by reflection: Python's {@code inspect}.
 *
 * <pre>{@code
 * Inspect.isCoroutineFunction(HelloWorld::helloWorld)   // true: a function annotated with @Async
 * Inspect.isCoroutine(HelloWorld.helloWorld())          // true: what it returns
 * Inspect.typeName(HelloWorld.helloWorld())             // coroutine
 * }</pre>
 *
 * <p>A function is what the processor rewrote. An annotation alone is a wish: a method that has it in a class that was
 * compiled without the processor is not a coroutine function, and says so when it is called.
 *
 * <p>Method references: a lambda is a function of its own, so {@code isCoroutineFunction(() -> helloWorld())} is false, as in
 * Python. javac makes lambdas of {@code super::method} and of references to methods with variable arguments; pass the Method
 * of such.
 *
 * <p>Threads: a coroutine that another thread runs may have changed its state by the time that it is reported.
 */
public final class Inspect {
    private Inspect() {}

    // ---- coroutine functions and coroutines

    /**
     * Tells whether a method is a coroutine function: annotated with {@link Async}, returning a {@link Coroutine}, and
     * rewritten by the processor for the format that this runtime executes. An abstract method is none, since it has no body;
     * nor is a bridge, which javac gives the annotations of the method that it calls; nor is a method that returns a future,
     * since calling it runs its body.
     *
     * @param method the method
     * @return true if it is
     */
    public static boolean isCoroutineFunction(Method method) {
        return FunctionKind.COROUTINE.isOf(method);
    }

    /**
     * As {@link #isCoroutineFunction(Method)}, of a method that the class declares or inherits.
     *
     * @param type the class
     * @param name the name of the method
     * @param parameters exactly its parameter types; none for a method without parameters
     * @return true if it is
     * @throws IllegalArgumentException if there is no such method
     */
    public static boolean isCoroutineFunction(Class<?> type, String name, Class<?>... parameters) {
        return isCoroutineFunction(Methods.require(type, name, parameters));
    }

    /**
     * As {@link #isCoroutineFunction(Method)}, of a reference to a method without parameters or with a bound receiver.
     *
     * @param reference the reference
     * @return true if it refers to a coroutine function
     * @throws IllegalArgumentException if it is an object of a class that implements the interface
     */
    public static boolean isCoroutineFunction(AsyncFunctionRef reference) {
        return FunctionKind.COROUTINE.isOf(reference);
    }

    /**
     * As {@link #isCoroutineFunction(AsyncFunctionRef)}, with one parameter, or with an unbound receiver.
     *
     * @param <A> the first parameter
     * @param reference the reference
     * @return true if it refers to a coroutine function
     */
    public static <A extends @Nullable Object> boolean isCoroutineFunction(AsyncFunctionRef.One<A> reference) {
        return FunctionKind.COROUTINE.isOf(reference);
    }

    /**
     * As {@link #isCoroutineFunction(AsyncFunctionRef)}, with two parameters.
     *
     * @param <A> the first parameter
     * @param <B> the second
     * @param reference the reference
     * @return true if it refers to a coroutine function
     */
    public static <A extends @Nullable Object, B extends @Nullable Object> boolean isCoroutineFunction(
            AsyncFunctionRef.Two<A, B> reference) {
        return FunctionKind.COROUTINE.isOf(reference);
    }

    /**
     * As {@link #isCoroutineFunction(AsyncFunctionRef)}, with three parameters.
     *
     * @param <A> the first parameter
     * @param <B> the second
     * @param <C> the third
     * @param reference the reference
     * @return true if it refers to a coroutine function
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
            boolean isCoroutineFunction(AsyncFunctionRef.Three<A, B, C> reference) {
        return FunctionKind.COROUTINE.isOf(reference);
    }

    /**
     * As {@link #isCoroutineFunction(AsyncFunctionRef)}, with four parameters.
     *
     * @param <A> the first parameter
     * @param <B> the second
     * @param <C> the third
     * @param <D> the fourth
     * @param reference the reference
     * @return true if it refers to a coroutine function
     */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            boolean isCoroutineFunction(AsyncFunctionRef.Four<A, B, C, D> reference) {
        return FunctionKind.COROUTINE.isOf(reference);
    }

    /**
     * Tells whether an object is a coroutine function: a {@link Method}, a function reference, or what was
     * {@linkplain #markCoroutineFunction marked} may be one; nothing else is, least of all a coroutine.
     *
     * @param object any object
     * @return true for what the other methods of this name tell true of
     */
    public static boolean isCoroutineFunction(@Nullable Object object) {
        return FunctionKind.COROUTINE.isOf(object);
    }

    /**
     * Marks a function that is plain code and returns a coroutine, such as one that wraps a coroutine function, so that
     * {@code isCoroutineFunction} is true of it: Python's {@code inspect.markcoroutinefunction}. It changes nothing else. The mark is
     * that object's, not that of others that are equal, and goes with it. Any thread.
     *
     * <p>Each evaluation of a lambda or method reference may make another object: keep the one that is returned.
     *
     * @param <F> its type, most often a functional interface
     * @param function the function
     * @return the same object
     * @throws IllegalArgumentException if it is a {@link Method}, of which reflection makes a new one each time, or a coroutine
     */
    public static <F> F markCoroutineFunction(F function) {
        MarkedFunctions.mark(function);
        return function;
    }

    /**
     * Tells whether an object is a generator function: a {@link Method} or a function reference may be one; nothing else is.
     *
     * @param object any object
     * @return true for what the other methods of this name tell true of
     */
    public static boolean isGeneratorFunction(@Nullable Object object) {
        return FunctionKind.GENERATOR.isOf(object);
    }

    /**
     * Tells whether an object is an async generator function: a {@link Method} or a function reference may be one; nothing else is.
     *
     * @param object any object
     * @return true for what the other methods of this name tell true of
     */
    public static boolean isAsyncGeneratorFunction(@Nullable Object object) {
        return FunctionKind.ASYNC_GENERATOR.isOf(object);
    }

    /**
     * Tells whether an object is a coroutine: what a coroutine function returns.
     *
     * @param object anything
     * @return true if it is
     */
    public static boolean isCoroutine(@Nullable Object object) {
        return object instanceof Coroutine;
    }

    /**
     * Tells whether an object can be awaited: an {@link Awaitable}, or a completion stage of any library.
     *
     * @param object anything
     * @return true if it can
     */
    public static boolean isAwaitable(@Nullable Object object) {
        return object instanceof Awaitable || object instanceof CompletionStage;
    }

    // ---- generator functions and generators

    /**
     * Tells whether a method is a generator function: annotated with {@link Yields}, returning a {@link Generator}, and
     * rewritten by the processor for the format that this runtime executes.
     *
     * @param method the method
     * @return true if it is
     */
    public static boolean isGeneratorFunction(Method method) {
        return FunctionKind.GENERATOR.isOf(method);
    }

    /**
     * As {@link #isGeneratorFunction(Method)}, of a method that the class declares or inherits.
     *
     * @param type the class
     * @param name the name of the method
     * @param parameters exactly its parameter types; none for a method without parameters
     * @return true if it is
     * @throws IllegalArgumentException if there is no such method
     */
    public static boolean isGeneratorFunction(Class<?> type, String name, Class<?>... parameters) {
        return isGeneratorFunction(Methods.require(type, name, parameters));
    }

    /**
     * As {@link #isGeneratorFunction(Method)}, of a reference to a method without parameters or with a bound receiver.
     *
     * @param reference the reference
     * @return true if it refers to a generator function
     * @throws IllegalArgumentException if it is an object of a class that implements the interface
     */
    public static boolean isGeneratorFunction(AsyncFunctionRef reference) {
        return FunctionKind.GENERATOR.isOf(reference);
    }

    /**
     * As {@link #isGeneratorFunction(AsyncFunctionRef)}, with one parameter, or with an unbound receiver.
     *
     * @param <A> the first parameter
     * @param reference the reference
     * @return true if it refers to a generator function
     */
    public static <A extends @Nullable Object> boolean isGeneratorFunction(AsyncFunctionRef.One<A> reference) {
        return FunctionKind.GENERATOR.isOf(reference);
    }

    /**
     * As {@link #isGeneratorFunction(AsyncFunctionRef)}, with two parameters.
     *
     * @param <A> the first parameter
     * @param <B> the second
     * @param reference the reference
     * @return true if it refers to a generator function
     */
    public static <A extends @Nullable Object, B extends @Nullable Object> boolean isGeneratorFunction(
            AsyncFunctionRef.Two<A, B> reference) {
        return FunctionKind.GENERATOR.isOf(reference);
    }

    /**
     * As {@link #isGeneratorFunction(AsyncFunctionRef)}, with three parameters.
     *
     * @param <A> the first parameter
     * @param <B> the second
     * @param <C> the third
     * @param reference the reference
     * @return true if it refers to a generator function
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
            boolean isGeneratorFunction(AsyncFunctionRef.Three<A, B, C> reference) {
        return FunctionKind.GENERATOR.isOf(reference);
    }

    /**
     * As {@link #isGeneratorFunction(AsyncFunctionRef)}, with four parameters.
     *
     * @param <A> the first parameter
     * @param <B> the second
     * @param <C> the third
     * @param <D> the fourth
     * @param reference the reference
     * @return true if it refers to a generator function
     */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            boolean isGeneratorFunction(AsyncFunctionRef.Four<A, B, C, D> reference) {
        return FunctionKind.GENERATOR.isOf(reference);
    }

    /**
     * Tells whether an object is a generator: what a generator function returns.
     *
     * @param object anything
     * @return true if it is
     */
    public static boolean isGenerator(@Nullable Object object) {
        return object instanceof Generator;
    }

    // ---- async generator functions and async generators

    /**
     * Tells whether a method is an async generator function: annotated with {@link Async}, returning an {@link AsyncGenerator}, and
     * rewritten by the processor for the format that this runtime executes.
     *
     * @param method the method
     * @return true if it is
     */
    public static boolean isAsyncGeneratorFunction(Method method) {
        return FunctionKind.ASYNC_GENERATOR.isOf(method);
    }

    /**
     * As {@link #isAsyncGeneratorFunction(Method)}, of a method that the class declares or inherits.
     *
     * @param type the class
     * @param name the name of the method
     * @param parameters exactly its parameter types; none for a method without parameters
     * @return true if it is
     * @throws IllegalArgumentException if there is no such method
     */
    public static boolean isAsyncGeneratorFunction(Class<?> type, String name, Class<?>... parameters) {
        return isAsyncGeneratorFunction(Methods.require(type, name, parameters));
    }

    /**
     * As {@link #isAsyncGeneratorFunction(Method)}, of a reference to a method without parameters or with a bound receiver.
     *
     * @param reference the reference
     * @return true if it refers to an async generator function
     * @throws IllegalArgumentException if it is an object of a class that implements the interface
     */
    public static boolean isAsyncGeneratorFunction(AsyncFunctionRef reference) {
        return FunctionKind.ASYNC_GENERATOR.isOf(reference);
    }

    /**
     * As {@link #isAsyncGeneratorFunction(AsyncFunctionRef)}, with one parameter, or with an unbound receiver.
     *
     * @param <A> the first parameter
     * @param reference the reference
     * @return true if it refers to an async generator function
     */
    public static <A extends @Nullable Object> boolean isAsyncGeneratorFunction(AsyncFunctionRef.One<A> reference) {
        return FunctionKind.ASYNC_GENERATOR.isOf(reference);
    }

    /**
     * As {@link #isAsyncGeneratorFunction(AsyncFunctionRef)}, with two parameters.
     *
     * @param <A> the first parameter
     * @param <B> the second
     * @param reference the reference
     * @return true if it refers to an async generator function
     */
    public static <A extends @Nullable Object, B extends @Nullable Object> boolean isAsyncGeneratorFunction(
            AsyncFunctionRef.Two<A, B> reference) {
        return FunctionKind.ASYNC_GENERATOR.isOf(reference);
    }

    /**
     * As {@link #isAsyncGeneratorFunction(AsyncFunctionRef)}, with three parameters.
     *
     * @param <A> the first parameter
     * @param <B> the second
     * @param <C> the third
     * @param reference the reference
     * @return true if it refers to an async generator function
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
            boolean isAsyncGeneratorFunction(AsyncFunctionRef.Three<A, B, C> reference) {
        return FunctionKind.ASYNC_GENERATOR.isOf(reference);
    }

    /**
     * As {@link #isAsyncGeneratorFunction(AsyncFunctionRef)}, with four parameters.
     *
     * @param <A> the first parameter
     * @param <B> the second
     * @param <C> the third
     * @param <D> the fourth
     * @param reference the reference
     * @return true if it refers to an async generator function
     */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            boolean isAsyncGeneratorFunction(AsyncFunctionRef.Four<A, B, C, D> reference) {
        return FunctionKind.ASYNC_GENERATOR.isOf(reference);
    }

    /**
     * Tells whether an object is an async generator: what an async generator function returns.
     *
     * @param object anything
     * @return true if it is
     */
    public static boolean isAsyncGenerator(@Nullable Object object) {
        return object instanceof AsyncGenerator;
    }

    // ---- all three

    /**
     * Names the type of an object as Python's {@code type()} does: all coroutine functions are of one type, and so are all
     * coroutines, though each has a class of its own here.
     *
     * @param object anything
     * @return "function" for a method or a method reference, "coroutine", "generator", "async_generator", "null", else the
     *     name of the class
     */
    public static String typeName(@Nullable Object object) {
        return TypeNames.of(object);
    }

    /**
     * As {@link #typeName(Object)}, so that a method reference can be given.
     *
     * @param reference the reference
     * @return "function"
     */
    public static String typeName(AsyncFunctionRef reference) {
        return typeName((Object) reference);
    }

    /**
     * As {@link #typeName(Object)}, of a reference to a method with one parameter, or with an unbound receiver.
     *
     * @param <A> the first parameter
     * @param reference the reference
     * @return "function"
     */
    public static <A extends @Nullable Object> String typeName(AsyncFunctionRef.One<A> reference) {
        return typeName((Object) reference);
    }

    /**
     * As {@link #typeName(Object)}, of a reference to a method with two parameters.
     *
     * @param <A> the first parameter
     * @param <B> the second
     * @param reference the reference
     * @return "function"
     */
    public static <A extends @Nullable Object, B extends @Nullable Object> String typeName(
            AsyncFunctionRef.Two<A, B> reference) {
        return typeName((Object) reference);
    }

    /**
     * As {@link #typeName(Object)}, of a reference to a method with three parameters.
     *
     * @param <A> the first parameter
     * @param <B> the second
     * @param <C> the third
     * @param reference the reference
     * @return "function"
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> String typeName(
            AsyncFunctionRef.Three<A, B, C> reference) {
        return typeName((Object) reference);
    }

    /**
     * As {@link #typeName(Object)}, of a reference to a method with four parameters.
     *
     * @param <A> the first parameter
     * @param <B> the second
     * @param <C> the third
     * @param <D> the fourth
     * @param reference the reference
     * @return "function"
     */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            String typeName(AsyncFunctionRef.Four<A, B, C, D> reference) {
        return typeName((Object) reference);
    }

    /**
     * Tells how far a coroutine, generator or async generator has come.
     *
     * @param coroutineOrGenerator it
     * @return its state; SUSPENDED too while, after a resume, only the coroutine that it awaits is on the stack
     * @throws IllegalArgumentException if it is none of them
     */
    public static CoroutineState state(Object coroutineOrGenerator) {
        return Activation.of(coroutineOrGenerator, "state").state();
    }

    /**
     * Returns the local variables of a suspended coroutine, generator or async generator: Python's {@code getcoroutinelocals},
     * {@code getgeneratorlocals} and {@code getasyncgenlocals}.
     *
     * <table>
     * <caption>What there is, by state</caption>
     * <tr><th>state</th><th>variables</th></tr>
     * <tr><td>CREATED</td><td>the arguments</td></tr>
     * <tr><td>SUSPENDED</td><td>those that are live: parameters and others, whose value the body may still read</td></tr>
     * <tr><td>RUNNING</td><td>none: they are on the stack of the thread that runs it. Python has them</td></tr>
     * <tr><td>CLOSED</td><td>none</td></tr>
     * </table>
     *
     * <p>Unlike Python, a variable that is in scope and will not be read again is not there: a frame keeps nothing alive that
     * the program does not need. Compiled with {@code -Afermata.debug} it is there. Nor is {@code this}, which is no variable;
     * nor are temporaries of the compiler.
     *
     * <p>The names are those of the class file. javac writes them with {@code -g} or {@code -g:vars}, which build tools pass;
     * without, only parameters that are not assigned have names, and those with {@code -parameters} only. A coroutine that is
     * no rewritten function, such as {@code sleep}, has no variables.
     *
     * @param coroutineOrGenerator it, and not what it awaits: ask {@link #awaiting} for that
     * @return the values by name, in the order of the variables' slots, parameters first: a snapshot that cannot be changed,
     *     and does not change. Values of primitive types are boxed; a value may be null
     * @throws IllegalArgumentException if it is none of them
     */
    public static Map<String, @Nullable Object> locals(Object coroutineOrGenerator) {
        return Activation.of(coroutineOrGenerator, "locals").locals();
    }

    /**
     * Remembers where coroutines are made in this thread, from now on: for {@link #origin}, and so that one that is dropped
     * without having begun is reported, once, to the exception handler of a loop that goes idle or closes after the garbage
     * collector has found it. A loop in debug mode does this while it runs. It costs a stack walk for each coroutine; Python's
     * {@code sys.set_coroutine_origin_tracking_depth}.
     *
     * @param frames how many callers to remember, 0 for none
     * @throws IllegalArgumentException if it is negative
     */
    public static void setOriginDepth(int frames) {
        FrameProbe.setOriginDepth(frames);
    }

    /**
     * Tells where a coroutine was made: Python's {@code cr_origin}.
     *
     * @param coroutine the coroutine
     * @return the callers of its function, innermost first, as many as {@link #setOriginDepth} said; empty if it was 0
     */
    public static List<StackTraceElement> origin(Coroutine<?> coroutine) {
        return FrameProbe.origin(coroutine);
    }

    /**
     * Tells what a suspended coroutine awaits: Python's {@code cr_await}. Another coroutine can be asked in turn, down to what
     * the loop waits for.
     *
     * @param coroutine the coroutine
     * @return a coroutine, a task, a promise, a completion stage; null if it is not suspended, or waits for its turn only. It
     *     is known of a coroutine that is driven by hand, and of those of the loop that runs in this thread, or is set for it;
     *     null of others.
     */
    public static @Nullable Object awaiting(Coroutine<?> coroutine) {
        return Activation.of(coroutine, "awaiting").awaiting();
    }

    /**
     * Tells which function a coroutine, generator or async generator is an activation of, and where it has come to: Python's
     * {@code cr_frame} and {@code cr_code}, and their twins.
     *
     * @param coroutineOrGenerator it
     * @return class, function, file, and the line that it is suspended at; of a fresh one the line of the function, of one that
     *     runs no line. Null once it has ended, and of those that are written by hand, as those of the library are
     * @throws IllegalArgumentException if it is none of them
     */
    public static @Nullable StackTraceElement place(Object coroutineOrGenerator) {
        return FrameProbe.place(Activation.of(coroutineOrGenerator, "place").frame());
    }
}
