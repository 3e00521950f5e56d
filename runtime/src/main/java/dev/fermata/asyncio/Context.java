package dev.fermata.asyncio;

import dev.fermata.machine.Machine;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The values of all {@link ContextVar}s: Python's {@code contextvars.Context} (PEP 567). Each task runs in one, and each thread has one of its own for the
 * rest. Making a copy takes constant time, however many values there are.
 *
 * <p>A context is entered by one run, step or callback at a time. Threads: it belongs to one at a time; to enter it while
 * another thread is in it is an error.
 */
public final class Context {
    private static final VarHandle ENTERED_IN;

    static {
        try {
            ENTERED_IN = MethodHandles.lookup().findVarHandle(Context.class, "enteredIn", Thread.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** Belongs to the thread that is in it. */
    Bindings bindings;

    /** By compare-and-set, so that of two threads one is told; its release publishes the bindings to who enters next. */
    private volatile @Nullable Thread enteredIn;

    /** Null on loops without a {@link ThreadLocalBridge}. */
    @Nullable
    CarriedThreadLocals carried;

    Context(Bindings bindings) {
        this(bindings, null);
    }

    Context(Bindings bindings, @Nullable CarriedThreadLocals carried) {
        this.bindings = bindings;
        this.carried = carried;
    }

    /**
     * Copies the current context: Python's {@code copy_context()}.
     *
     * @return a new context with the same values
     */
    public static Context copy() {
        Context copy = CurrentContext.captured(null);
        return copy == null ? empty() : copy;
    }

    /**
     * Copies a context that is not the current one: the {@code copy()} of Python's contexts.
     *
     * @param context the context
     * @return a new context with the same values
     */
    public static Context copyOf(Context context) {
        CarriedThreadLocals carried = context.carried;
        return new Context(context.bindings, carried == null ? null : carried.copy(context.isEnteredHere()));
    }

    /**
     * Makes a context without values: the constructor of Python's.
     *
     * @return a new context
     */
    public static Context empty() {
        return new Context(Bindings.EMPTY);
    }

    /**
     * Runs something in this context: what that sets is seen here afterwards, and nowhere else.
     *
     * @param <T> what it returns
     * @param callable what to run
     * @return its result; what it throws is thrown as it is, checked exceptions included
     * @throws IllegalStateException if this context is entered already, also by a task that runs in it
     */
    public <T extends @Nullable Object> T run(Callable<T> callable) {
        CurrentContext current = CurrentContext.ofThread();
        Context outer = current.context(); // made now if it is not there: a task may be asked for it meanwhile
        enter();
        current.context = this;
        try {
            return callable.call();
        } catch (Throwable thrown) {
            throw Machine.sneak(thrown);
        } finally {
            current.leave(outer);
        }
    }

    /**
     * As {@link #run(Callable)}, of something without a result.
     *
     * @param runnable what to run
     * @throws IllegalStateException as there
     */
    public void run(Runnable runnable) {
        Callable<@Nullable Object> callable = () -> {
            runnable.run();
            return null;
        };
        run(callable);
    }

    /**
     * Tells whether a variable has a value in this context; a default does not count.
     *
     * @param variable the variable
     * @return true if it has
     */
    public boolean contains(ContextVar<?> variable) {
        return bindings.get(variable) != Bindings.MISSING;
    }

    /**
     * Returns the value of a variable in this context, entered or not.
     *
     * @param <T> the type of its values
     * @param variable the variable
     * @return the value, or null if it has none here; a default does not count
     */
    public <T extends @Nullable Object> @Nullable T get(ContextVar<T> variable) {
        Object value = bindings.get(variable);
        return value == Bindings.MISSING ? null : variable.typed(value);
    }

    /**
     * Returns the variables that have values in this context.
     *
     * @return a snapshot
     */
    public Set<ContextVar<?>> variables() {
        Set<ContextVar<?>> variables = Collections.newSetFromMap(new IdentityHashMap<>());
        bindings.forEach((variable, value) -> variables.add(variable));
        return Collections.unmodifiableSet(variables);
    }

    /** Names the variables that have values; not the values, which may be secret, and messages end up in logs. */
    @Override
    public String toString() {
        StringJoiner names = new StringJoiner(", ", "Context(", ")");
        bindings.forEach((variable, value) -> names.add(variable.name()));
        return names.toString();
    }

    void enter() {
        if (!ENTERED_IN.compareAndSet(this, null, Thread.currentThread())) {
            throw new IllegalStateException("cannot enter context: " + this + " is already entered" + where()
                    + "; run in a copy of it: Context.copyOf(context)");
        }
        if (carried != null) {
            carried.install();
        }
    }

    void leave() {
        if (carried != null) {
            carried.takeBack();
        }
        ENTERED_IN.setRelease(this, null);
    }

    private boolean isEnteredHere() {
        return enteredIn == Thread.currentThread();
    }

    private String where() {
        Thread other = enteredIn;
        return other == null || other == Thread.currentThread() ? "" : " in thread " + other.getName();
    }
}
