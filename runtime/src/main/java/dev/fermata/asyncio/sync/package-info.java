/**
 * Locks, events, conditions, semaphores, barriers and queues for coroutines: asyncio's (CPython 3.13), without its known bugs.
 *
 * <p>Everything that waits here stands in a {@code WaitQueue}: first come, first served; nobody who comes later gets past one
 * who waits; who is cancelled after it was woken hands on. What is waited for is taken only when the waiter runs again, so a
 * cancelled one has nothing to lose. What can be had at once is had without a suspension.
 *
 * <p>Generated code calls {@code Entries} in place of the functions that are awaited most; its names are frozen, as those of the
 * machine.
 *
 * <p>Threads: an object belongs to the loop of the first coroutine that has to wait for it. From then on the use from another
 * loop, or from another thread while its loop runs, is an IllegalStateException. Nothing here blocks a thread, and nothing
 * guards against threads: inside a loop, code between two awaits needs no lock at all.
 *
 * <p>May touch: {@code dev.fermata}, {@code dev.fermata.machine}, and what {@code dev.fermata.asyncio} shows to everybody.
 */
@NullMarked
package dev.fermata.asyncio.sync;

import org.jspecify.annotations.NullMarked;
