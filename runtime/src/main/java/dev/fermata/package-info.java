/**
 * The language: what users import to write coroutines. It knows no event loop, as {@code async def} knows none; whoever
 * drives a coroutine (a task of {@code dev.fermata.asyncio}, a generator's consumer, your own loop) decides what its
 * suspensions mean.
 *
 * <p>May touch: {@code dev.fermata.machine}. Must not touch: {@code asyncio}, {@code inspect}. Thread rule: a coroutine or
 * generator belongs to one thread at a time.
 */
@NullMarked
package dev.fermata;

import org.jspecify.annotations.NullMarked;
