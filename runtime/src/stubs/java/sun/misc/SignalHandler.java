package sun.misc;

/** As the class beside it. */
public interface SignalHandler {
    void handle(Signal signal);
}
