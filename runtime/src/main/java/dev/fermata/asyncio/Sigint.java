package dev.fermata.asyncio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The signal that Ctrl-C sends, taken for a while. By {@code sun.misc.Signal}, of the module jdk.unsupported, which is there to be used
 * as long as nothing replaces it, and need not be there at run time: where it is not, the signal is left to the JVM. Not by
 * reflection, which would have to make a proxy of the handler: that took a third of what a small program's start costs, and a native image
 * would need to be told of it. javac warns of these names, and cannot be
 * told not to; so the pom has this compiled against stubs of them.
 */
final class Sigint implements SignalHandler {
    private final Signal signal = new Signal("INT");
    private final Runnable action;
    private @Nullable SignalHandler before;

    private Sigint(Runnable action) {
        this.action = action;
    }

    /**
     * Takes the signal, unless the program has a handler of its own, or the signal is ignored, as under nohup.
     *
     * @param action what to do at each signal, in a thread of the JVM
     * @return what gives it back, or null if it was not taken
     * @throws LinkageError if there is no jdk.unsupported
     */
    static @Nullable Sigint take(Runnable action) {
        try {
            Sigint taken = new Sigint(action);
            return taken.install() ? taken : null;
        } catch (IllegalArgumentException unavailable) {
            return null; // java -Xrs, by which the JVM and so its programs get no signals
        }
    }

    /** Gives the signal to whoever had it. */
    void giveBack() {
        SignalHandler now = Signal.handle(signal, before);
        if (now != this) { // somebody has taken it meanwhile, and is not done with it
            Signal.handle(signal, now);
        }
    }

    /** Does what the signal would have done: most often, the JVM ends. */
    void passOn() {
        Objects.requireNonNull(before).handle(signal);
    }

    @Override
    public void handle(Signal arrived) {
        action.run();
    }

    private boolean install() {
        SignalHandler old = Signal.handle(signal, this);
        before = old;
        // Handlers of programs come back as they are, and those of the JVM in a class of the package of Signal.
        boolean ofTheJvm = old != null && old.getClass().getName().startsWith(Signal.class.getName());
        if (!ofTheJvm || old.toString().equals("SIG_IGN")) {
            Signal.handle(signal, old);
            return false;
        }
        return true;
    }
}
