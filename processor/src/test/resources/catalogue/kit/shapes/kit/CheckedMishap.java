package shapes.kit;

/** A failure of the tape, checked. */
public final class CheckedMishap extends Exception {
    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public CheckedMishap(String message) {
        super(message);
    }
}
