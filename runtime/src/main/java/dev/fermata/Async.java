package dev.fermata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a coroutine function: Python's {@code async def} (PEP 492).
 *
 * <p>The method returns {@link Coroutine}. Calling it binds the arguments and runs nothing of its body; the body runs when
 * the coroutine is awaited or made a task, and may use {@link Coroutine#await} in any expression position. It ends with
 * {@code return result(value);}, with {@code return done();}, or with another coroutine, whose outcome is then its own. A
 * method that returns {@link AsyncGenerator} is an async generator function: it may yield as well.
 *
 * <p>A method may also return {@code CompletableFuture} or {@code CompletionStage}, for callers that know no coroutines. Then
 * it starts at the call and runs to its first suspension; what it throws, the future gets. If a loop runs in the caller's
 * thread, the body is a task of it; if none does, the body goes on in the thread that completes what it awaits, and may await
 * nothing that needs a loop. Cancelling the future cancels the body.
 *
 * <pre>{@code
 * @Async
 * Coroutine<Integer> total(Cart cart) throws IOException {
 *     int sum = 0;
 *     for (Item item : cart.items()) {
 *         sum += await(price(item));
 *     }
 *     return result(sum);
 * }
 * }</pre>
 *
 * <p>On the method of a functional interface it makes every lambda for that interface, and every anonymous class, async
 * code; see {@link AsyncSupplier} and {@link AsyncFunction}. A named class repeats the annotation. The rewriting is done by
 * the processor in {@code fermata-processor}; it is not inherited by overriding methods.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Async {}
