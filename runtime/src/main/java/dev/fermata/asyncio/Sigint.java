package dev.fermata.asyncio;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * The signal that Ctrl-C sends, taken for a while. By reflection on {@code sun.misc.Signal}: javac warns of its mere name, which
 * no annotation silences, and the module jdk.unsupported need not be there. Where it is not, the signal is left to the JVM.
 */
final class Sigint implements InvocationHandler {
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    private final Runnable action;
    private final Class<?> handlerType;
    private final Method handle;
    private final Object signal;
    private final Object handler;
    private @Nullable Object before;

    private Sigint(Runnable action) throws ReflectiveOperationException {
        this.action = action;
        Class<?> signalType = Class.forName(SIGNAL);
        handlerType = Class.forName(HANDLER);
        signal = signalType.getConstructor(String.class).newInstance("INT");
        handle = signalType.getMethod("handle", signalType, handlerType);
        handler = Proxy.newProxyInstance(Sigint.class.getClassLoader(), new Class<?>[] {handlerType}, this);
    }

    /**
     * Takes the signal, unless the program has a handler of its own, or the signal is ignored, as under nohup.
     *
     * @param action what to do at each signal, in a thread of the JVM
     * @return what gives it back, or null if it was not taken
     */
    static @Nullable Sigint take(Runnable action) {
        try {
            Sigint taken = new Sigint(action);
            return taken.install() ? taken : null;
        } catch (ReflectiveOperationException | LinkageError | IllegalArgumentException unavailable) {
            // No jdk.unsupported; or java -Xrs, by which the JVM and so its programs get no signals.
            return null;
        }
    }

    /** Gives the signal to whoever had it. */
    void giveBack() {
        Object now = swap(before);
        if (now != handler) { // somebody has taken it meanwhile, and is not done with it
            swap(now);
        }
    }

    /** Does what the signal would have done: most often, the JVM ends. */
    void passOn() {
        try {
            handlerType.getMethod("handle", signal.getClass()).invoke(before, signal);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private boolean install() throws ReflectiveOperationException {
        Object old = handle.invoke(null, signal, handler);
        before = old;
        // Handlers of programs come back as they are, and those of the JVM in a class of the package of Signal.
        boolean ofTheJvm = old != null && old.getClass().getName().startsWith(SIGNAL);
        if (!ofTheJvm || old.toString().equals("SIG_IGN")) {
            swap(old);
            return false;
        }
        return true;
    }

    private @Nullable Object swap(@Nullable Object next) {
        try {
            return handle.invoke(null, signal, next);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A proxy is asked for more than its interface has. */
    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments) {
        return switch (method.getName()) {
            case "handle" -> {
                action.run();
                yield null;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "SIGINT of Fermata";
        };
    }
}
