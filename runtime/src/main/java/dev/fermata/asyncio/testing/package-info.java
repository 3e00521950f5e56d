/**
 * For tests of coroutines: a loop whose time is not the world's, so that an hour of timeouts takes a millisecond and comes out
 * the same each time.
 *
 * <p>May touch: {@code dev.fermata}, {@code dev.fermata.asyncio}. No test framework; failures are {@link AssertionError}s.
 */
@NullMarked
package dev.fermata.asyncio.testing;

import org.jspecify.annotations.NullMarked;
