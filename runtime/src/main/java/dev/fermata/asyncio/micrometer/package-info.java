/**
 * Thread-locals that Micrometer's context-propagation knows follow tasks. Needs {@code io.micrometer:context-propagation}, which
 * this library does not bring.
 *
 * <p>May touch: {@code asyncio} and Micrometer. Nothing touches it: a program that does not name it never links Micrometer.
 */
@NullMarked
package dev.fermata.asyncio.micrometer;

import org.jspecify.annotations.NullMarked;
