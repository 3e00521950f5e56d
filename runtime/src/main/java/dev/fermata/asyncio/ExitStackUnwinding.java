package dev.fermata.asyncio;

import dev.fermata.AsyncFunction;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * Does what an {@link AsyncExitStack} holds, the last one first, also what is registered meanwhile.
 *
 * <pre>
 *   one of them ..         what the next one sees
 *   returns false          what it saw
 *   returns true           nothing
 *   throws, or suspends    that exception; what it saw itself is suppressed by that
 *   and is cancelled
 * </pre>
 *
 * @param <A> Boolean, whether what was received is swallowed; or Void, if nothing was received and so nothing is to be answered
 */
final class ExitStackUnwinding<A extends @Nullable Object> extends Coroutine<A> {
    private static final int EXITING = 1;

    private final AsyncExitStack stack;
    private final @Nullable Throwable received;
    private @Nullable Throwable thrown;

    /** What is on its way was thrown here, and not received. */
    private boolean replaced;

    private boolean swallowed;

    ExitStackUnwinding(AsyncExitStack stack, @Nullable Throwable received) {
        this.stack = stack;
        this.received = received;
        this.thrown = received;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) throws Throwable {
        boolean resumed = state == EXITING;
        for (; ; ) {
            try {
                Object answer;
                if (resumed) {
                    resumed = false;
                    answer = machine.resumed();
                } else {
                    AsyncFunction<@Nullable Throwable, Boolean> exit = stack.pop();
                    if (exit == null) {
                        break;
                    }
                    answer = Machine.await(exit.apply(thrown), machine);
                    if (answer == Machine.SUSPENDED) {
                        return machine.suspend(this, EXITING);
                    }
                }
                if (Boolean.TRUE.equals(answer)) {
                    swallowed = true;
                    thrown = null;
                }
            } catch (Throwable failure) {
                replaced = true;
                thrown = Replacement.of(thrown, failure);
            }
        }
        if (replaced && thrown != null) {
            throw thrown;
        }
        return received == null ? null : swallowed;
    }
}
