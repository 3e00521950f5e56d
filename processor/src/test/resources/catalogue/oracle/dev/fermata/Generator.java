package dev.fermata;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Supplier;

/**
 * A generator with a real stack: its function runs on a thread of its own, and blocks in yield. One side runs at a time,
 * the other waits for its turn.
 */
public class Generator<Y> implements Iterator<Y>, Iterable<Y>, AutoCloseable {
    private enum Stage {
        CREATED,
        SUSPENDED,
        RUNNING,
        CLOSED
    }

    private static final ThreadLocal<Generator<?>> CURRENT = new ThreadLocal<>();

    private final Supplier<Generator<Y>> function;
    private final SynchronousQueue<Turn> toFunction = new SynchronousQueue<>();
    private final SynchronousQueue<Turn> toConsumer = new SynchronousQueue<>();
    private Stage stage = Stage.CREATED;
    private Turn held;
    private Object returned;
    private boolean delegatedTo;

    private record Turn(boolean element, Object value, Throwable thrown) {}

    /** For a function that is to run, or null: this is then what a function ends with. */
    protected Generator(Supplier<Generator<Y>> function, Object returned) {
        this.function = function;
        this.returned = returned;
    }

    /** Gives an element and blocks. */
    @SuppressWarnings("unchecked")
    public static <S> S yield(Object value) {
        Generator<?> running = CURRENT.get();
        put(running.toConsumer, new Turn(true, value, null));
        Turn turn = take(running.toFunction);
        if (turn.thrown() != null) {
            throw Generator.<RuntimeException>sneak(turn.thrown());
        }
        return (S) turn.value();
    }

    /** PEP 380, as it is written there. */
    @SuppressWarnings("unchecked")
    public static <R> R yieldFrom(Iterable<?> inner) {
        Iterator<?> iterator = inner.iterator();
        if (iterator instanceof Generator<?> generator) {
            return (R) generator.delegated();
        }
        while (iterator.hasNext()) {
            Object sent = yieldElementOf(iterator);
            if (sent != null) {
                throw new IllegalStateException("can't send non-null value to "
                        + iterator.getClass().getName() + ", which is delegated to and is not a generator");
            }
        }
        return null;
    }

    private static Object yieldElementOf(Iterator<?> iterator) {
        Object element = iterator.next();
        try {
            return Generator.yield(element);
        } catch (GeneratorExit exit) {
            if (iterator instanceof AutoCloseable closeable) {
                try {
                    closeable.close();
                } catch (Exception e) {
                    throw Generator.<RuntimeException>sneak(e);
                }
            }
            throw exit;
        }
    }

    private Object delegated() {
        if (stage == Stage.CLOSED) {
            return returned;
        }
        requireFree();
        boolean more = held != null || advance(null, null);
        while (more) {
            Object element = takeHeld();
            delegatedTo = true;
            Object sent = null;
            Throwable raised = null;
            try {
                sent = Generator.yield(element);
            } catch (GeneratorExit exit) {
                delegatedTo = false;
                close();
                throw exit;
            } catch (Throwable thrown) {
                raised = thrown;
            }
            delegatedTo = false;
            more = advance(sent, raised);
        }
        return returned;
    }

    private void requireFree() {
        if (stage == Stage.RUNNING) {
            throw new IllegalStateException("generator already executing");
        }
        if (delegatedTo) {
            throw new IllegalStateException("another generator delegates to this one; take the elements from that");
        }
    }

    /** The end. */
    public static <Y> Generator<Y> end() {
        return end(null);
    }

    /** The end, with a value. */
    public static <Y> Generator<Y> end(Object returned) {
        return new Generator<>(null, returned);
    }

    @Override
    public final Iterator<Y> iterator() {
        return this;
    }

    @Override
    public final boolean hasNext() {
        return held != null || stage != Stage.CLOSED && advance(null, null);
    }

    @Override
    public final Y next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the generator is exhausted");
        }
        return takeHeld();
    }

    /** Resumes with a value. */
    public final Y send(Object value) {
        requireNothingHeld("send");
        if (stage == Stage.CREATED && value != null) {
            throw new IllegalStateException("can't send non-null value to a just-started generator");
        }
        if (stage == Stage.CLOSED || !advance(value, null)) {
            throw new NoSuchElementException("the generator is exhausted");
        }
        return takeHeld();
    }

    /** Resumes with a failure. */
    public final Y raise(Throwable thrown) {
        requireNothingHeld("raise");
        if (stage == Stage.CLOSED) {
            throw Generator.<RuntimeException>sneak(thrown);
        }
        if (!advance(null, thrown)) {
            throw new NoSuchElementException("the generator is exhausted");
        }
        return takeHeld();
    }

    @Override
    public final void close() {
        if (stage == Stage.CREATED) {
            stage = Stage.CLOSED;
        }
        if (stage == Stage.CLOSED) {
            return;
        }
        requireFree();
        held = null;
        try {
            if (advance(null, new GeneratorExit())) {
                held = null;
                throw new IllegalStateException("generator ignored GeneratorExit");
            }
        } catch (GeneratorExit expected) {
            // The usual end.
        }
    }

    /** What the function returned. */
    public final Object returned() {
        return function == null || stage == Stage.CLOSED ? returned : null;
    }

    private boolean advance(Object value, Throwable raised) {
        requireFree();
        boolean starts = stage == Stage.CREATED;
        if (starts && raised != null) {
            stage = Stage.CLOSED;
            throw Generator.<RuntimeException>sneak(raised);
        }
        stage = Stage.RUNNING;
        if (starts) {
            Thread thread = new Thread(this::run, "oracle generator");
            thread.setDaemon(true);
            thread.start();
        } else {
            put(toFunction, new Turn(false, value, raised));
        }
        Turn turn = take(toConsumer);
        if (turn.element()) {
            stage = Stage.SUSPENDED;
            held = turn;
            return true;
        }
        stage = Stage.CLOSED;
        if (turn.thrown() instanceof NoSuchElementException ended) {
            throw new IllegalStateException("generator raised NoSuchElementException", ended);
        }
        if (turn.thrown() != null) {
            throw Generator.<RuntimeException>sneak(turn.thrown());
        }
        returned = turn.value();
        return false;
    }

    private void run() {
        CURRENT.set(this);
        Turn last;
        try {
            last = new Turn(false, function.get().returned, null);
        } catch (Throwable thrown) {
            last = new Turn(false, null, thrown);
        }
        put(toConsumer, last);
    }

    @SuppressWarnings("unchecked")
    private Y takeHeld() {
        Turn turn = held;
        held = null;
        return (Y) turn.value();
    }

    private void requireNothingHeld(String call) {
        if (held != null) {
            throw new IllegalStateException(
                    call + "() while an element is held by hasNext(); take it with next() first");
        }
    }

    private static void put(SynchronousQueue<Turn> queue, Turn turn) {
        try {
            queue.put(turn);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Turn take(SynchronousQueue<Turn> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> X sneak(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
