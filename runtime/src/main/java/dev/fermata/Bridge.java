package dev.fermata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has the processor write companions of a type, by which code of threads calls its coroutine functions.
 *
 * <pre>{@code
 * @Bridge
 * public class Shop {
 *     @Async
 *     public Coroutine<Integer> price(String item) throws IOException { .. }
 * }
 *
 * int price = new ShopBlocking(shop, loop).price("tea");                       // throws IOException
 * CompletableFuture<Integer> later = new ShopFutures(shop, loop).price("tea");
 * }</pre>
 *
 * <p>Both stand in the package of the type and are as visible as it is. For a nested type {@code Outer.Inner} they are called
 * {@code Outer_InnerBlocking} and {@code Outer_InnerFutures}. A coroutine function is what returns {@link Coroutine}, with
 * {@link Async} or without: who calls it cannot tell. Inherited ones count, and so do abstract, default and static ones;
 * private ones do not.
 *
 * <p>{@code Blocking} runs a coroutine to its end and returns its result, or throws what it throws. It refuses to do so in
 * the thread of a running loop with an {@link IllegalStateException}. An {@link AsyncGenerator} becomes an iterator that is
 * closed. {@code Futures} hands a coroutine to a loop and returns a future of its outcome; cancelling that cancels the
 * coroutine. It has no counterpart of functions that return async generators.
 *
 * <p>The annotation is not inherited, and it is gone after the compile. What cannot be bridged is a compile error.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface Bridge {
    /**
     * Names coroutine functions that get no counterpart.
     *
     * @return names of methods, each with all its overloads
     */
    String[] exclude() default {};
}
