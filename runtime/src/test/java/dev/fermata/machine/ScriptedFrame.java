package dev.fermata.machine;

/** A frame with a lambda for a body, which is written as generated code is: a switch over the state. */
final class ScriptedFrame extends Frame {
    private final String name;
    private final Body body;

    private ScriptedFrame(String name, Body body) {
        this.name = name;
        this.body = body;
    }

    /** The step of a scripted frame. */
    interface Body {
        Object step(Machine machine, int state, Frame self) throws Throwable;
    }

    static ScriptedFrame frame(String name, Body body) {
        return new ScriptedFrame(name, body);
    }

    /** Returns a value at once. */
    static ScriptedFrame returning(Object value) {
        return frame("returning", (machine, state, self) -> value);
    }

    /** Fails at once. */
    static ScriptedFrame failing(Throwable failure) {
        return frame("failing", (machine, state, self) -> {
            throw failure;
        });
    }

    /** A leaf: suspends once and returns what it is resumed with. */
    static ScriptedFrame pausing(Object yielded) {
        return frame("pausing", (machine, state, self) -> {
            if (state == CREATED) {
                machine.yield(yielded);
                return machine.suspend(self, 1);
            }
            return machine.resumed();
        });
    }

    /** Awaits a frame and returns its outcome. */
    static ScriptedFrame awaiting(String name, Frame callee) {
        return frame(name, (machine, state, self) -> {
            if (state == CREATED) {
                Object outcome = Machine.await(callee, machine);
                return outcome == Machine.SUSPENDED ? machine.suspend(self, 1) : outcome;
            }
            return machine.resumed();
        });
    }

    /** As many frames, each awaiting the next, as depth says; the innermost awaits the leaf. */
    static Frame nest(int depth, Frame leaf) {
        Frame top = leaf;
        for (int i = 0; i < depth; i++) {
            top = awaiting("level" + i, top);
        }
        return top;
    }

    static StackTraceElement place(String name, int line) {
        return new StackTraceElement("demo.Shop", name, "Shop.java", line);
    }

    @Override
    protected Object step(Machine machine, int state) throws Throwable {
        return body.step(machine, state, this);
    }

    /** Suspension point n is at line 10 n of a function with this frame's name. */
    @Override
    protected StackTraceElement location(int state) {
        return place(name, state * 10);
    }
}
