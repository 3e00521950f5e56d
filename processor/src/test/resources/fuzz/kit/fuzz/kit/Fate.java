package fuzz.kit;

import dev.fermata.CancelledError;
import dev.fermata.GeneratorExit;
import shapes.kit.CheckedMishap;
import shapes.kit.FatalMishap;
import shapes.kit.Mishap;

/**
 * What becomes of one point of a tape. Its number is written by the scenario: the units say what happens, the tens what
 * is thrown.
 */
record Fate(int index, boolean suspends, boolean raised, boolean closes, Throwable failure) {
    private static final int SUSPEND = 1;
    private static final int FAIL = 2;
    private static final int SUSPEND_AND_FAIL = 3;
    private static final int RAISE = 4;
    private static final int CLOSE = 5;

    static Fate of(int code, int index) {
        int what = code % 10;
        boolean suspends = what == SUSPEND || what >= SUSPEND_AND_FAIL;
        Throwable failure =
                what == CLOSE ? new GeneratorExit() : what >= FAIL ? failure(code / 10, "at #" + index) : null;
        return new Fate(index, suspends, what == RAISE, what == CLOSE, failure);
    }

    /** The same, but where the value would be, the end of an iteration is. */
    Fate ending() {
        return failure == null
                ? new Fate(index, suspends, false, false, dev.fermata.StopAsyncIteration.INSTANCE)
                : this;
    }

    /** The outcome, at once. */
    <T> T outcome(T value) {
        if (failure != null) {
            throw Fate.<RuntimeException>sneak(failure);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    static <X extends Throwable> X sneak(Throwable thrown) throws X {
        throw (X) thrown;
    }

    private static Throwable failure(int kind, String message) {
        return switch (kind) {
            case 0 -> new Mishap(message);
            case 1 -> new CheckedMishap(message);
            case 2 -> new FatalMishap(message);
            default -> new CancelledError(message);
        };
    }
}
