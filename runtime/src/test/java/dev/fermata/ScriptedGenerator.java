package dev.fermata;

import dev.fermata.machine.Machine;
import java.util.List;
import java.util.NoSuchElementException;

/** A generator with a lambda for a body. */
final class ScriptedGenerator<Y> extends Generator<Y> {
    private final Body body;

    private ScriptedGenerator(Body body) {
        this.body = body;
    }

    static <Y> Generator<Y> generator(Body body) {
        return new ScriptedGenerator<>(body);
    }

    /** Yields the elements and returns "end"; what it is sent goes to {@code log}, and so does its end. */
    static <Y> Generator<Y> yielding(List<Object> log, List<Y> elements) {
        return generator((machine, state, self) -> {
            try {
                if (state > CREATED) {
                    log.add(String.valueOf(machine.resumed()));
                }
                if (state < elements.size()) {
                    machine.yield(elements.get(state));
                    return machine.suspend(self, state + 1);
                }
            } catch (Throwable thrown) {
                log.add(thrown);
                throw thrown;
            }
            log.add("end");
            return "end";
        });
    }

    /** {@code return Generator.end(Generator.yieldFrom(inner));}. */
    static <Y> Generator<Y> delegating(Iterable<?> inner) {
        return generator((machine, state, self) -> Delegations.step(machine, state, self, inner));
    }

    /** The same in a try whose handlers write to {@code log} how it ends. */
    static <Y> Generator<Y> delegating(List<Object> log, String name, Iterable<?> inner) {
        return generator((machine, state, self) -> {
            Object outcome;
            try {
                outcome = Delegations.step(machine, state, self, inner);
            } catch (Throwable thrown) {
                log.add(name + " " + thrown);
                throw thrown;
            }
            if (outcome != Machine.SUSPENDED) {
                log.add(name + " " + outcome);
            }
            return outcome;
        });
    }

    @Override
    protected Object step(Machine machine, int state) throws Throwable {
        try {
            return left(body.step(machine, state, this));
        } catch (NoSuchElementException thrown) {
            throw converted(thrown);
        }
    }
}
