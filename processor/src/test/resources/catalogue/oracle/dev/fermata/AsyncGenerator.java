package dev.fermata;

import java.util.NoSuchElementException;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Supplier;

/**
 * An async generator with a real stack: its function runs on a thread of its own, and blocks in yield and in await. One side
 * runs at a time, the other waits for its turn.
 */
public class AsyncGenerator<Y> implements AsyncIterator<Y>, AsyncIterable<Y>, AsyncCloseable {
    private enum Stage {
        CREATED,
        SUSPENDED,
        RUNNING,
        CLOSED
    }

    private static final ThreadLocal<AsyncGenerator<?>> CURRENT = new ThreadLocal<>();

    private final Supplier<AsyncGenerator<Y>> function;
    private final SynchronousQueue<Turn> toFunction = new SynchronousQueue<>();
    private final SynchronousQueue<Turn> toConsumer = new SynchronousQueue<>();
    private Stage stage = Stage.CREATED;
    private boolean closing;
    private Turn held;

    private record Turn(boolean element, Object value, Throwable thrown) {}

    private interface Call<T> {
        T outcome() throws Throwable;
    }

    /** For a function that is to run, or null: this is then what a function ends with. */
    protected AsyncGenerator(Supplier<AsyncGenerator<Y>> function) {
        this.function = function;
    }

    /** Gives an element and blocks. */
    @SuppressWarnings("unchecked")
    public static <S> S yield(Object value) {
        AsyncGenerator<?> running = CURRENT.get();
        put(running.toConsumer, new Turn(true, value, null));
        Turn turn = take(running.toFunction);
        if (turn.thrown() != null) {
            throw AsyncGenerator.<RuntimeException>sneak(turn.thrown());
        }
        return (S) turn.value();
    }

    /** The end. */
    public static <Y> AsyncGenerator<Y> end() {
        return new AsyncGenerator<>(null);
    }

    @Override
    public final AsyncIterator<Y> iterator() {
        return this;
    }

    @Override
    public final Awaitable<Y> anext() {
        return asend(null);
    }

    /** Resumes with a value. */
    public final Awaitable<Y> asend(Object value) {
        return call("anext()/asend()", () -> {
            requireIdle("anext()");
            if (value != null) {
                requireNothingHeld("asend()");
                if (stage == Stage.CREATED) {
                    throw new IllegalStateException("can't send non-null value to a just-started async generator");
                }
            }
            return held != null ? takeHeld() : elementOf(advance(value, null));
        });
    }

    /** Resumes with a failure. */
    public final Awaitable<Y> athrow(Throwable thrown) {
        return call("aclose()/athrow()", () -> {
            if (stage == Stage.CLOSED) {
                return null;
            }
            requireIdle("athrow()");
            requireNothingHeld("athrow()");
            if (closing) {
                throw StopAsyncIteration.INSTANCE;
            }
            return elementOf(advance(null, thrown));
        });
    }

    @Override
    public final Coroutine<Void> aclose() {
        return call("aclose()/athrow()", () -> {
            if (stage == Stage.CLOSED) {
                return null;
            }
            requireIdle("aclose()");
            if (closing) {
                throw StopAsyncIteration.INSTANCE;
            }
            if (stage == Stage.CREATED) {
                stage = Stage.CLOSED;
                return null;
            }
            held = null;
            closing = true;
            try {
                if (advance(null, new GeneratorExit()) != null) {
                    throw new IllegalStateException("async generator ignored GeneratorExit");
                }
            } catch (GeneratorExit expected) {
                // The usual end.
            }
            return null;
        });
    }

    @Override
    public final boolean hasNext() {
        requireIdle("hasNext()");
        if (held == null) {
            held = advance(null, null);
        }
        return held != null;
    }

    @Override
    public final Y next() {
        try {
            return Coroutine.await(anext());
        } catch (StopAsyncIteration end) {
            throw new NoSuchElementException("the asynchronous iterator is exhausted", end);
        }
    }

    private static <T> Coroutine<T> call(String name, Call<T> call) {
        return new Coroutine<>() {
            private boolean used;

            @Override
            protected T outcome() throws Throwable {
                if (used) {
                    throw new IllegalStateException("cannot reuse already awaited " + name);
                }
                used = true;
                return call.outcome();
            }
        };
    }

    /** The element, or null at the end. */
    private Turn advance(Object value, Throwable raised) {
        if (stage == Stage.CLOSED) {
            return null;
        }
        boolean starts = stage == Stage.CREATED;
        if (starts && raised != null) {
            stage = Stage.CLOSED;
            throw AsyncGenerator.<RuntimeException>sneak(converted(raised));
        }
        stage = Stage.RUNNING;
        if (starts) {
            Thread thread = new Thread(this::run, "oracle async generator");
            thread.setDaemon(true);
            thread.start();
        } else {
            put(toFunction, new Turn(false, value, raised));
        }
        Turn turn = take(toConsumer);
        if (turn.element()) {
            stage = Stage.SUSPENDED;
            return turn;
        }
        stage = Stage.CLOSED;
        if (turn.thrown() != null) {
            throw AsyncGenerator.<RuntimeException>sneak(converted(turn.thrown()));
        }
        return null;
    }

    private static Throwable converted(Throwable thrown) {
        return thrown instanceof StopAsyncIteration || thrown instanceof NoSuchElementException
                ? new IllegalStateException(
                        "async generator raised " + thrown.getClass().getSimpleName(), thrown)
                : thrown;
    }

    @SuppressWarnings("unchecked")
    private Y elementOf(Turn turn) {
        if (turn == null) {
            throw StopAsyncIteration.INSTANCE;
        }
        return (Y) turn.value();
    }

    private Y takeHeld() {
        Turn turn = held;
        held = null;
        return elementOf(turn);
    }

    private void run() {
        CURRENT.set(this);
        Turn last;
        try {
            function.get();
            last = new Turn(false, null, null);
        } catch (Throwable thrown) {
            last = new Turn(false, null, thrown);
        }
        put(toConsumer, last);
    }

    private void requireIdle(String call) {
        if (stage == Stage.RUNNING) {
            throw new IllegalStateException(call + ": asynchronous generator is already running");
        }
    }

    private void requireNothingHeld(String call) {
        if (held != null) {
            throw new IllegalStateException(
                    call + " while an element is held by hasNext(); take it with next() first");
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
