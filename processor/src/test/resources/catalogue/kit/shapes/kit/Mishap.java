package shapes.kit;

/** A failure of the tape, unchecked. */
public final class Mishap extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public Mishap(String message) {
        super(message);
    }
}
