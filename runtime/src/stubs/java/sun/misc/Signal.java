package sun.misc;

/** What Sigint uses of the class of the JDK, and only to compile it: the pom has the reason. Not in the jar. */
public final class Signal {
    public Signal(String name) {}

    public static native SignalHandler handle(Signal signal, SignalHandler handler);
}
