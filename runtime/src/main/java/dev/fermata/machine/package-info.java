/**
 * The ABI: what generated coroutine classes and the runtime agree on. Not for humans.
 *
 * <p>A suspended call chain is a linked list of {@link dev.fermata.machine.Frame}s, leaf to root. A
 * {@link dev.fermata.machine.Machine} runs a chain on behalf of a driver (a task, the consumer of a generator, a loop that
 * somebody wrote) and stops when the leaf suspends. What its bodies may ask of a loop is a {@link dev.fermata.machine.Driver};
 * a {@link dev.fermata.machine.Chain} is the machine of a generator. Numbers pass between bodies of one class without a box by
 * {@link dev.fermata.machine.Primitives}.
 *
 * <p>May touch: {@code java.base} only. Must not touch: any other room; it does not know what a coroutine means to its
 * users, nor that event loops exist. Thread rule: a machine and the frames that it runs belong to one thread at a time and
 * nothing here synchronizes; whoever moves a chain to another thread publishes it safely. Everything public here is frozen:
 * a test pins the names and descriptors, because classes that were compiled long ago call them.
 */
@NullMarked
package dev.fermata.machine;

import org.jspecify.annotations.NullMarked;
