/**
 * Tests of coroutines in JUnit Jupiter: a loop for each test, virtual time, and no failure that goes unseen. Needs
 * {@code org.junit.jupiter:junit-jupiter-api}, 5.10 or later, which this library does not bring.
 *
 * <p>May touch: {@code asyncio}, {@code asyncio.testing}, {@code machine}, and JUnit. Nothing touches it: a program that does not
 * name it never links JUnit.
 */
@NullMarked
package dev.fermata.asyncio.junit;

import org.jspecify.annotations.NullMarked;
