/**
 * Loops that run in the thread of a foreign one: of a scheduler, of Swing, of Netty. One class each, and only that class knows
 * the foreign library: none is needed but by those who use it, and none is passed on.
 *
 * <p>May touch: {@code dev.fermata.asyncio}, and each class its library. Nothing depends on this room.
 */
@NullMarked
package dev.fermata.asyncio.adapters;

import org.jspecify.annotations.NullMarked;
