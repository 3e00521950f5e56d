package dev.fermata.asyncio;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A coroutine written by hand, as a list of steps, for a module whose tests the processor does not rewrite. Each step gets
 * the value of the one before; a failure skips steps up to {@link #catching} or {@link #lastly}; the last value is the result.
 */
public final class Steps extends Coroutine<Object> {
    private final String name;
    private final List<Step> steps = new ArrayList<>();
    private Object value;
    private Throwable failure;

    private Steps(String name) {
        this.name = name;
    }

    public static Steps steps() {
        return steps("steps");
    }

    /** With a name, to be found in stacks, where the line is the number of the step that it is suspended at. */
    public static Steps steps(String name) {
        return new Steps(name);
    }

    public Steps run(Action action) {
        return then(value -> {
            action.run();
            return value;
        });
    }

    public Steps then(Body body) {
        return add((machine, value, failure) -> {
            if (failure != null) {
                throw failure;
            }
            return body.apply(value);
        });
    }

    public Steps returns(Object result) {
        return then(value -> result);
    }

    public Steps fails(Throwable thrown) {
        return then(value -> {
            throw thrown;
        });
    }

    public Steps awaits(Awaitable<?> awaitable) {
        return awaits(() -> awaitable);
    }

    public Steps awaits(Supplier<? extends Awaitable<?>> awaitable) {
        return add((machine, value, failure) -> {
            if (failure != null) {
                throw failure;
            }
            return Machine.await(awaitable.get().asCoroutine(), machine);
        });
    }

    /** Suspends with something for the loop. */
    public Steps yields(Object given) {
        return add((machine, value, failure) -> {
            if (failure != null) {
                throw failure;
            }
            machine.yield(given);
            return Machine.SUSPENDED;
        });
    }

    public Steps turn() {
        return yields(null);
    }

    /** The steps before are a try block, this is its catch. */
    public Steps catching(Class<? extends Throwable> type, Body handler) {
        return add((machine, value, failure) -> {
            if (failure == null) {
                return value;
            }
            if (!type.isInstance(failure)) {
                throw failure;
            }
            return handler.apply(failure);
        });
    }

    /** The steps before are a try block, this is its finally. */
    public Steps lastly(Action action) {
        return add((machine, value, failure) -> {
            action.run();
            if (failure != null) {
                throw failure;
            }
            return value;
        });
    }

    private Steps add(Step step) {
        steps.add(step);
        return this;
    }

    @Override
    protected Object step(Machine machine, int state) throws Throwable {
        if (state != CREATED) {
            try {
                value = machine.resumed();
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        for (int next = state; next < steps.size(); next++) {
            Object before = value;
            Throwable failed = failure;
            value = null;
            failure = null;
            try {
                Object outcome = steps.get(next).go(machine, before, failed);
                if (outcome == Machine.SUSPENDED) {
                    return machine.suspend(this, next + 1);
                }
                value = outcome;
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return value;
    }

    @Override
    protected StackTraceElement location(int state) {
        return new StackTraceElement("Steps", name, "Steps.java", state);
    }

    /** What a step does. */
    public interface Action {
        void run() throws Throwable;
    }

    /** What a step makes of the value, or of the failure, of the one before. */
    public interface Body {
        Object apply(Object value) throws Throwable;
    }

    private interface Step {
        Object go(Machine machine, Object value, Throwable failure) throws Throwable;
    }
}
