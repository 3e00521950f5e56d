package fuzz.kit;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import shapes.kit.Mishap;

/** A resource whose release is a point of the tape; some fail to open. */
public final class AsyncRes implements AsyncCloseable {
    private final int n;

    /** Opens it. */
    public AsyncRes(int n) {
        this.n = n;
        Tape.current().log("open async", n);
        if (n % 11 == 10) {
            throw new Mishap("open async");
        }
    }

    @Override
    public Coroutine<Void> aclose() {
        Tape.current().log("release", n);
        return Tape.current().coroutine(null);
    }
}
