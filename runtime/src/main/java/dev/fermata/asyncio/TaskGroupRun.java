package dev.fermata.asyncio;

import dev.fermata.AsyncFunction;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.GeneratorExit;
import dev.fermata.machine.Machine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs the body of a {@link TaskGroup}, then waits for its tasks.
 *
 * <pre>
 *   state     suspended in            resumed with a value   with a CancelledError        with anything else
 *   CREATED                           enters the group
 *   BODY      the body                JOINING                aborts the group; JOINING    aborts the group; JOINING
 *   JOINING   the wait for the tasks  waits on, or the end   aborts the group; JOINING    gives up
 * </pre>
 */
final class TaskGroupRun<R extends @Nullable Object> extends Coroutine<R> implements PromiseWait {
    private static final int BODY = 1;
    private static final int JOINING = 2;

    private final AsyncFunction<TaskGroup, R> body;
    private @Nullable TaskGroup group;
    private @Nullable Promise<@Nullable Object> rest;
    private @Nullable Object value;

    TaskGroupRun(AsyncFunction<TaskGroup, R> body) {
        this.body = body;
    }

    @Override
    protected @Nullable Object step(Machine machine, int state) throws Throwable {
        TaskGroup own = group == null ? enter() : group;
        try {
            if (state == JOINING) {
                machine.resumed();
                Objects.requireNonNull(rest).resultFor(this); // it may have been cancelled
            } else {
                value = state == CREATED ? Machine.await(body.apply(own), machine) : machine.resumed();
                if (value == Machine.SUSPENDED) {
                    return machine.suspend(this, BODY);
                }
                own.bodyReturned();
            }
        } catch (CancelledError cancelled) {
            own.interrupted(cancelled);
        } catch (Throwable thrown) {
            if (state == JOINING || thrown instanceof GeneratorExit) {
                own.abandon();
                throw thrown;
            }
            own.bodyFailed(thrown);
        }
        rest = own.rest();
        if (rest != null) {
            machine.yield(rest);
            return machine.suspend(this, JOINING);
        }
        return own.end() ? null : value;
    }

    private TaskGroup enter() {
        TaskGroup entered = new TaskGroup();
        group = entered;
        return entered;
    }
}
