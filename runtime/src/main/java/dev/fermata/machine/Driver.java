package dev.fermata.machine;

/**
 * What bodies may ask of whoever drives their machine, if that is a loop: it knows of {@link Machine#relay}, and sends the
 * outcome of what was yielded. Called within the chain that runs; what it throws is thrown there.
 */
public interface Driver {
    /**
     * Told of something that begins to run in a chain and may have to be closed with the driver.
     *
     * @param begun what begins; nothing of it has run
     */
    void begins(Object begun);

    /**
     * Tells whether a leaf that yields null now would be resumed with nothing run in between. Then it need not suspend.
     *
     * @return true if so
     */
    boolean resumesAtOnce();
}
