package shapes.kit;

import dev.fermata.AsyncGenerator;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** What a shape writes its trace to, and takes its awaitables from; the mode decides the fate of each of those. */
public final class Tape {
    private final IntUnaryOperator fates;
    private final Consumer<Object> watcher;
    private final List<String> lines = new ArrayList<>();
    private final List<Object> made = new ArrayList<>();
    private int points;

    Tape(IntUnaryOperator fates) {
        this(fates, made -> {});
    }

    /** A tape that shows what was made, all in a list, to a watcher whenever a line is written. */
    Tape(IntUnaryOperator fates, Consumer<Object> watcher) {
        this.fates = fates;
        this.watcher = watcher;
    }

    /** Writes a line. */
    public void log(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.length() == 0 ? "" : " ").append(Text.of(word));
        }
        write(line.toString());
    }

    /** Writes a value and gives it back: a visible operand. */
    public <T> T note(T value) {
        write("note " + Text.of(value));
        return value;
    }

    /** An awaitable that gives the value, unless the mode has it fail. */
    public <T> Awaitable<T> value(T value) {
        Fate fate = next("value", value);
        return fate.index() % 2 == 0 ? Tap.coroutine(fate, value) : () -> Tap.coroutine(fate, value);
    }

    /** The same as a coroutine. */
    public <T> Coroutine<T> coroutine(T value) {
        return Tap.coroutine(next("coroutine", value), value);
    }

    /** One that ends an asynchronous iteration, unless the mode has it fail. */
    public <T> Awaitable<T> end() {
        return Tap.coroutine(next("end", "of iteration").ending(), null);
    }

    /** The same as a completion stage. */
    public <T> CompletionStage<T> stage(T value) {
        return Tap.stage(next("stage", value), value);
    }

    /** The value at once, unless the mode has this point fail. */
    public <T> T risky(T value) {
        return next("risky", value).outcome(value);
    }

    /** The generator of a generator function: there it is made at once, while the oracle runs the function on a thread. */
    public <Y> Generator<Y> generate(Supplier<Generator<Y>> function) {
        return made(Tap.generator(function));
    }

    /** The same of an async generator function. */
    public <Y> AsyncGenerator<Y> generateAsync(Supplier<AsyncGenerator<Y>> function) {
        return Tap.asyncGenerator(function);
    }

    /** The coroutine of a coroutine function that is to be awaited later. */
    public <T> Coroutine<T> later(Supplier<Coroutine<T>> function) {
        return made(Tap.later(function));
    }

    /** Remembers something for the watcher. */
    <T> T made(T thing) {
        made.add(thing);
        return thing;
    }

    private void write(String line) {
        lines.add(line);
        show();
    }

    /** Has the watcher look now. */
    void show() {
        watcher.accept(made);
    }

    List<String> lines() {
        return Collections.unmodifiableList(lines);
    }

    private Fate next(String kind, Object value) {
        int index = points++;
        write(kind + " #" + index + " " + Text.of(value));
        return Fate.of(fates.applyAsInt(index), index);
    }

    /** How values are written: by content, never by identity. */
    static final class Text {
        private Text() {}

        static String of(Object value) {
            if (value instanceof Throwable thrown) {
                return of(thrown);
            }
            if (value != null && value.getClass().isArray()) {
                String text = Arrays.deepToString(new Object[] {value});
                return value.getClass().getSimpleName() + text.substring(1, text.length() - 1);
            }
            if (value instanceof String text) {
                return text;
            }
            if (value instanceof Awaitable<?>) {
                return "an awaitable";
            }
            if (value == null) {
                return "null";
            }
            String type =
                    value.getClass().isHidden() ? "lambda" : value.getClass().getSimpleName();
            return isByIdentity(value) ? type : value + ":" + type;
        }

        private static boolean isByIdentity(Object value) {
            return value.toString().endsWith("@" + Integer.toHexString(System.identityHashCode(value)));
        }

        private static String of(Throwable thrown) {
            StringBuilder text = new StringBuilder(thrown.getClass().getSimpleName());
            boolean words = !(thrown instanceof NullPointerException || thrown instanceof ClassCastException);
            if (words && thrown.getMessage() != null) {
                text.append('(').append(thrown.getMessage()).append(')');
            }
            if (thrown.getCause() != null && thrown.getCause() != thrown) {
                text.append(" by ").append(of(thrown.getCause()));
            }
            for (Throwable suppressed : thrown.getSuppressed()) {
                text.append(" suppressing ").append(of(suppressed));
            }
            return text.toString();
        }
    }
}
