package shapes.kit;

/** A failure of the tape, fatal. */
public final class FatalMishap extends Error {
    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public FatalMishap(String message) {
        super(message);
    }
}
