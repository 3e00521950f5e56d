package dev.fermata.asyncio;

import dev.fermata.machine.Machine;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the stack of a thread in which the end of one body lets another go on, whose end lets a third go on, and so on.
 * Each runs within the call that completes what it awaits, as callbacks of futures do: whoever completes a future finds
 * that its dependents have run. From the {@value #DEPTH_LIMIT}th on they are put off until the outermost has returned.
 *
 * <p>The rejected alternative, to put all off but the outermost, would deadlock a body that completes a future and then
 * blocks for what another body makes of it.
 */
final class Trampoline {
    /** A level takes some 20 Java frames, and every exception that is made for a future copies all of the stack. */
    static final int DEPTH_LIMIT = 20;

    private static final ThreadLocal<@Nullable Trampoline> CURRENT = new ThreadLocal<>();

    private final Queue<Runnable> putOff = new ArrayDeque<>(1);
    private int depth;

    private Trampoline() {}

    /** Runs a step: now, or if the stack is deep, before the outermost call of this method in this thread returns. */
    static void run(Runnable step) {
        Trampoline current = CURRENT.get();
        if (current == null) {
            current = new Trampoline();
            CURRENT.set(current);
            try {
                current.runAll(step);
            } finally {
                CURRENT.remove();
            }
        } else if (current.depth < DEPTH_LIMIT) {
            current.runNested(step);
        } else {
            current.putOff.add(step);
        }
    }

    private void runNested(Runnable step) {
        depth++;
        try {
            step.run();
        } finally {
            depth--;
        }
    }

    /** A step that throws, which only errors of the virtual machine do, must not take the others with it. */
    private void runAll(Runnable first) {
        Throwable failure = null;
        for (Runnable step = first; step != null; step = putOff.poll()) {
            try {
                runNested(step);
            } catch (Throwable thrown) {
                failure = failure == null ? thrown : failure;
            }
        }
        if (failure != null) {
            throw Machine.sneak(failure);
        }
    }
}
