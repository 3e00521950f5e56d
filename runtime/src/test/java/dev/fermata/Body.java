package dev.fermata;

import dev.fermata.machine.Frame;
import dev.fermata.machine.Machine;

/** The step of a scripted coroutine or generator: a switch over the state, as in generated code. */
interface Body {
    Object step(Machine machine, int state, Frame self) throws Throwable;
}
