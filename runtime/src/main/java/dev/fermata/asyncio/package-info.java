/**
 * The event loop and what runs on it: asyncio's names and semantics (CPython 3.13) in Java's clothes.
 *
 * <p>A loop runs in one thread and there only; {@link dev.fermata.asyncio.EventLoop#callSoonThreadsafe} is the way in from
 * others. Between two awaits nothing else of the loop runs.
 *
 * <p>Generated code calls {@code FutureCall} and {@code Sleep.enter}; these are frozen, as those of the machine are.
 *
 * <p>May touch: {@code dev.fermata} and {@code dev.fermata.machine}. Must not touch: {@code inspect}.
 */
@NullMarked
package dev.fermata.asyncio;

import org.jspecify.annotations.NullMarked;
