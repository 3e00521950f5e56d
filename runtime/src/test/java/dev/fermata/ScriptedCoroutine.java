package dev.fermata;

import dev.fermata.machine.Machine;
import java.util.List;

/** A coroutine with a lambda for a body. */
final class ScriptedCoroutine<T> extends Coroutine<T> {
    private final Body body;

    private ScriptedCoroutine(Body body) {
        this.body = body;
    }

    static <T> Coroutine<T> coroutine(Body body) {
        return new ScriptedCoroutine<>(body);
    }

    /** {@code return result(suspend(yielded));}. */
    static <T> Coroutine<T> pausing(Object yielded) {
        return coroutine((machine, state, self) -> {
            if (state == CREATED) {
                machine.yield(yielded);
                return machine.suspend(self, 1);
            }
            return machine.resumed();
        });
    }

    /** {@code throw failure;}. */
    static <T> Coroutine<T> failing(Throwable failure) {
        return coroutine((machine, state, self) -> {
            throw failure;
        });
    }

    /** {@code return result(await(awaitable));}. */
    static <T> Coroutine<T> awaiting(Awaitable<T> awaitable) {
        return coroutine((machine, state, self) -> {
            if (state == CREATED) {
                Object outcome = Machine.await(awaitable.asCoroutine(), machine);
                return outcome == Machine.SUSPENDED ? machine.suspend(self, 1) : outcome;
            }
            return machine.resumed();
        });
    }

    /** {@code return awaitable;}. */
    static <T> Coroutine<T> tail(Coroutine<T> callee) {
        return coroutine((machine, state, self) -> machine.tail(callee, self));
    }

    /** {@code try { return result(await(awaitable)); } finally { order.add(name); }}. */
    static <T> Coroutine<T> cleaningUp(String name, Coroutine<T> awaitable, List<String> order) {
        return coroutine((machine, state, self) -> {
            if (state == CREATED) {
                Machine.await(awaitable, machine);
                return machine.suspend(self, 1);
            }
            try {
                return machine.resumed();
            } finally {
                order.add(name);
            }
        });
    }

    /** {@code try { return result(suspend(name)); } catch (Throwable e) { return result(suspend(e)); }}. */
    static <T> Coroutine<T> stubborn(String name) {
        return coroutine((machine, state, self) -> {
            if (state == CREATED) {
                machine.yield(name);
                return machine.suspend(self, 1);
            }
            try {
                return machine.resumed();
            } catch (Throwable caught) {
                machine.yield(caught);
                return machine.suspend(self, 2);
            }
        });
    }

    @Override
    protected Object step(Machine machine, int state) throws Throwable {
        return body.step(machine, state, this);
    }
}
