package dev.fermata.processor.realcode;

import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntPredicate;

/**
 * Drives a rewritten method, and is what its points await. Instrumented code reaches it by static calls, so the script that
 * runs is one of its thread.
 */
public final class Script {
    private static final ThreadLocal<Script> RUNNING = new ThreadLocal<>();

    private final IntPredicate suspending;
    private final int budget;
    private int points;
    private int suspensions;

    /**
     * Makes one.
     *
     * @param suspending which points suspend, by their number as they are passed
     * @param budget how many may be passed
     */
    Script(IntPredicate suspending, int budget) {
        this.suspending = suspending;
        this.budget = budget;
    }

    /** A run took more points than it was granted. Nothing that is run catches it by its type. */
    static final class OutOfBudget extends Error {
        private static final long serialVersionUID = 1L;

        OutOfBudget() {
            super("out of budget", null, false, false);
        }
    }

    /** Runs a coroutine to its end, and sends back all that it yields. */
    Object run(Coroutine<?> coroutine) {
        Script outer = RUNNING.get();
        RUNNING.set(this);
        try {
            Coroutine.Step<?> step = coroutine.send(null);
            while (step instanceof Coroutine.Step.Suspended<?> suspended) {
                suspensions++;
                step = coroutine.send(suspended.yielded());
            }
            return ((Coroutine.Step.Returned<?>) step).value();
        } finally {
            RUNNING.set(outer);
        }
    }

    int points() {
        return points;
    }

    int suspensions() {
        return suspensions;
    }

    boolean isOutOfBudget() {
        return points > budget;
    }

    private boolean suspends() {
        if (++points > budget) {
            throw new OutOfBudget();
        }
        return suspending.test(points);
    }

    /**
     * What an instrumented point awaits.
     *
     * @param value what it gives
     * @return a coroutine that gives it, some by way of a suspension
     */
    public static Coroutine<Object> point(Object value) {
        Script running = RUNNING.get();
        return new Point(value, running != null && running.suspends());
    }

    /**
     * What an instrumented point awaits where it awaits a stage.
     *
     * @param value what it gives
     * @return a stage that has it
     */
    public static CompletionStage<Object> stage(Object value) {
        Script running = RUNNING.get();
        if (running != null) {
            running.suspends();
        }
        return CompletableFuture.completedFuture(value);
    }

    private static final class Point extends Coroutine<Object> {
        private final Object value;
        private final boolean suspending;

        Point(Object value, boolean suspending) {
            this.value = value;
            this.suspending = suspending;
        }

        @Override
        protected Object step(Machine machine, int state) {
            if (state == 1) {
                return machine.resumed();
            }
            if (!suspending) {
                return value;
            }
            machine.yield(value);
            return machine.suspend(this, 1);
        }
    }
}
