package dev.fermata.inspect;

import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncGeneratorFrame;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.asyncio.TaskProbe;
import dev.fermata.machine.Frame;
import dev.fermata.machine.FrameProbe;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a coroutine function, generator function or async generator function, as {@link Inspect} looks at it: how far
 * it has come, what it awaits, what its variables are.
 */
record Activation(Frame frame) {
    /**
     * Finds the activation that an object stands for.
     *
     * @param question what was asked, for the message
     */
    static Activation of(Object object, String question) {
        if (object instanceof AsyncGenerator<?> generator) {
            return new Activation(AsyncGeneratorFrame.of(generator));
        }
        if (object instanceof Coroutine || object instanceof Generator) {
            return new Activation((Frame) object);
        }
        throw new IllegalArgumentException(question + "() of " + TypeNames.of(object)
                + "; only a coroutine or a generator of either kind can be asked, not the function that makes it");
    }

    CoroutineState state() {
        if (FrameProbe.isCreated(frame)) {
            return CoroutineState.CREATED;
        }
        if (FrameProbe.isRunning(frame)) {
            return CoroutineState.RUNNING;
        }
        return FrameProbe.isClosed(frame) ? CoroutineState.CLOSED : CoroutineState.SUSPENDED;
    }

    Map<String, @Nullable Object> locals() {
        return FrameProbe.locals(frame);
    }

    /** What it awaits: known to its driver, which is one by hand, or the loop of this thread. */
    @Nullable
    Object awaiting() {
        if (state() != CoroutineState.SUSPENDED) {
            return null;
        }
        Frame root = FrameProbe.root(frame);
        Frame leaf = FrameProbe.driven(root);
        if (leaf != null) {
            return FrameProbe.awaited(leaf, frame);
        }
        leaf = root instanceof Coroutine<?> main ? TaskProbe.leaf(main) : null;
        if (leaf == null) {
            return null;
        }
        return leaf == frame ? TaskProbe.awaited((Coroutine<?>) root) : FrameProbe.awaited(leaf, frame);
    }
}
