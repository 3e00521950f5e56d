package shapes.kit;

/** What becomes of one point of a tape: whether it suspends, and whether it fails. */
record Fate(int index, boolean suspends, boolean raised, Throwable failure) {
    private static final int SUSPEND = 1;
    private static final int FAIL = 2;
    private static final int SUSPEND_AND_FAIL = 3;
    private static final int RAISE = 4;

    /** Reads a fate from its number: the units say what happens, the tens what is thrown. */
    static Fate of(int code, int index) {
        int what = code % 10;
        boolean fails = what >= FAIL;
        boolean suspends = what == SUSPEND || what == SUSPEND_AND_FAIL || what == RAISE;
        return new Fate(index, suspends, what == RAISE, fails ? failure(code / 10, index) : null);
    }

    /** As this, but where the value would be, the end of an iteration is. */
    Fate ending() {
        return failure == null ? new Fate(index, suspends, false, dev.fermata.StopAsyncIteration.INSTANCE) : this;
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

    private static Throwable failure(int kind, int index) {
        String message = "at #" + index;
        return switch (kind) {
            case 0 -> new Mishap(message);
            case 1 -> new CheckedMishap(message);
            default -> new FatalMishap(message);
        };
    }
}
