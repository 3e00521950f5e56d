package shapes.base;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import shapes.kit.Tape;

/** A superclass in another package, with what only subclasses may touch. */
public abstract class Ancestor {
    /** Shared by all. */
    protected static String shared = "shared";

    /** The tape of this run. */
    protected final Tape tape;

    /** Counts. */
    protected int counter = 10;

    /** Makes one. */
    protected Ancestor(Tape tape) {
        this.tape = tape;
    }

    /** To be overridden. */
    @Async
    protected Coroutine<String> inherited(int n) {
        return result("ancestor " + await(tape.value(n)) + counter);
    }

    /** Not to be overridden. */
    @Async
    protected Coroutine<String> untouched() {
        counter++;
        return result("untouched " + await(tape.value(counter)));
    }

    /** Async, and final. */
    @Async
    protected final Coroutine<Integer> concealed(int n) {
        return result(n * await(tape.value(n)));
    }

    /** Plain. */
    protected String plain(String s) {
        return "<" + s + counter + ">";
    }

    /** Plain and static. */
    protected static int constant(int n) {
        return n + 41;
    }
}
