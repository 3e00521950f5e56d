package dev.fermata.inspect;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a function without parameters, for {@link Inspect} to look behind:
 * {@code Inspect.isCoroutineFunction(HelloWorld::helloWorld)}. It is never called.
 *
 * <p>The siblings {@link One} to {@link Four} take functions with parameters; a receiver that is not bound
 * ({@code Account::balance}) counts as the first. Where a name is overloaded javac cannot choose: cast the reference to the
 * one that you mean, {@code (AsyncFunctionRef.One<String>) Fetch::page}, or pass the Method.
 *
 * <p>They return a value, so that a reference to a coroutine function is not one that drops its coroutine; a void method does
 * not fit and has to be passed as a Method.
 */
@FunctionalInterface
public interface AsyncFunctionRef extends FunctionRef {
    /**
     * The shape of the function; nobody calls it.
     *
     * @return what it returns
     * @throws Throwable what it throws
     */
    @Nullable
    Object call() throws Throwable;

    /**
     * A reference to a function with one parameter.
     *
     * @param <A> the parameter
     */
    @FunctionalInterface
    interface One<A extends @Nullable Object> extends FunctionRef {
        /**
         * The shape of the function; nobody calls it.
         *
         * @param a the argument
         * @return what it returns
         * @throws Throwable what it throws
         */
        @Nullable
        Object call(A a) throws Throwable;
    }

    /**
     * A reference to a function with two parameters.
     *
     * @param <A> the first parameter
     * @param <B> the second
     */
    @FunctionalInterface
    interface Two<A extends @Nullable Object, B extends @Nullable Object> extends FunctionRef {
        /**
         * The shape of the function; nobody calls it.
         *
         * @param a the first argument
         * @param b the second
         * @return what it returns
         * @throws Throwable what it throws
         */
        @Nullable
        Object call(A a, B b) throws Throwable;
    }

    /**
     * A reference to a function with three parameters.
     *
     * @param <A> the first parameter
     * @param <B> the second
     * @param <C> the third
     */
    @FunctionalInterface
    interface Three<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
            extends FunctionRef {
        /**
         * The shape of the function; nobody calls it.
         *
         * @param a the first argument
         * @param b the second
         * @param c the third
         * @return what it returns
         * @throws Throwable what it throws
         */
        @Nullable
        Object call(A a, B b, C c) throws Throwable;
    }

    /**
     * A reference to a function with four parameters.
     *
     * @param <A> the first parameter
     * @param <B> the second
     * @param <C> the third
     * @param <D> the fourth
     */
    @FunctionalInterface
    interface Four<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            extends FunctionRef {
        /**
         * The shape of the function; nobody calls it.
         *
         * @param a the first argument
         * @param b the second
         * @param c the third
         * @param d the fourth
         * @return what it returns
         * @throws Throwable what it throws
         */
        @Nullable
        Object call(A a, B b, C c, D d) throws Throwable;
    }
}
