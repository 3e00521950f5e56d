package dev.fermata;

import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;
import java.util.List;

/** An async generator with a lambda for a body. */
final class ScriptedAsyncGenerator extends AsyncGeneratorFrame {
    private final Body body;

    private ScriptedAsyncGenerator(Body body) {
        this.body = body;
    }

    static <Y> AsyncGenerator<Y> asyncGenerator(Body body) {
        return AsyncGenerator.of(new ScriptedAsyncGenerator(body));
    }

    /** What the processor makes of {@code AsyncGenerator.yield(element)}. */
    static Object give(Machine machine, Frame self, Object element, int state) {
        machine.yield(element);
        machine.suspend(self, state);
        return machine.handOver();
    }

    /** What it makes of an await. */
    static Object wait(Machine machine, Frame self, Awaitable<?> awaitable, int state) {
        Object outcome = Machine.await(awaitable.asCoroutine(), machine);
        return outcome == Machine.SUSPENDED ? machine.suspend(self, state) : outcome;
    }

    /**
     * {@code for (Y element : elements) { suspend(element); AsyncGenerator.yield(element); }}; what it is sent, what is
     * thrown at it and its end go to {@code log}.
     */
    static <Y> AsyncGenerator<Y> pausing(List<Object> log, List<Y> elements) {
        return asyncGenerator((machine, state, self) -> {
            try {
                Object resumed = state == 0 ? null : machine.resumed();
                if (state % 2 == 1) {
                    return give(machine, self, elements.get(state / 2), state + 1);
                }
                if (state > 0) {
                    log.add("sent " + resumed);
                }
                if (state / 2 < elements.size()) {
                    machine.yield("pause " + elements.get(state / 2));
                    return machine.suspend(self, state + 1);
                }
            } catch (Throwable thrown) {
                log.add(thrown);
                throw thrown;
            }
            log.add("end");
            return null;
        });
    }

    /** {@code for (Y element : elements) AsyncGenerator.yield(element);}. */
    static <Y> AsyncGenerator<Y> yielding(List<Y> elements) {
        return asyncGenerator((machine, state, self) -> {
            if (state > 0) {
                machine.resumed();
            }
            return state < elements.size() ? give(machine, self, elements.get(state), state + 1) : null;
        });
    }

    @Override
    protected Object step(Machine machine, int state) throws Throwable {
        return body.step(machine, state, this);
    }
}
