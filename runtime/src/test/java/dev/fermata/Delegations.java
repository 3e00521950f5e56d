package dev.fermata;

import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;

/** What the processor makes of {@code return Generator.end(Generator.yieldFrom(inner));}. */
final class Delegations {
    private Delegations() {}

    static Object step(Machine machine, int state, Frame self, Iterable<?> inner) {
        if (state != 0) {
            return machine.resumed();
        }
        Object outcome = Machine.await(Generator.delegate(inner), machine);
        return outcome == Machine.SUSPENDED ? machine.suspend(self, 1) : outcome;
    }
}
