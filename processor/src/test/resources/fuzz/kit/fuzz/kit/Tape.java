package fuzz.kit;

import dev.fermata.AsyncGenerator;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.IntUnaryOperator;

/** What a program writes its trace to, and takes its awaitables from; the scenario decides the fate of each of those. */
public final class Tape {
    /** The last line of a trace of which only the beginning can be compared. */
    private static final String SEALED = "sealed";

    private static final int FUEL = 60;

    /** Longer traces are those of faults: their loops do not end. */
    private static final int MOST = 50_000;

    private static Tape current = new Tape(point -> 0);

    private final IntUnaryOperator fates;
    private final List<String> lines = new ArrayList<>();
    private int points;
    private int fuel = FUEL;
    private boolean sealed;

    Tape(IntUnaryOperator fates) {
        this.fates = fates;
    }

    /** The tape of the run that is going on: programs run one at a time. */
    public static Tape current() {
        return current;
    }

    static void use(Tape tape) {
        current = tape;
    }

    /** Writes a line. */
    public void log(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.length() == 0 ? "" : " ").append(Words.of(word));
        }
        write(line.toString());
    }

    /** Writes a value and gives it back: a visible operand. */
    public <T> T note(T value) {
        write("note " + Words.of(value));
        return value;
    }

    /** Whether a loop may go round once more. */
    public boolean fuel() {
        return !sealed && fuel-- > 0;
    }

    /** Whether nothing more should be started. */
    public boolean out() {
        Tap.starting(this);
        return !fuel();
    }

    /** How many points were passed. */
    public int points() {
        return points;
    }

    /** An awaitable that gives the value, unless the scenario has it fail. */
    public <T> Awaitable<T> value(T value) {
        Fate fate = next("value", value);
        return fate.index() % 2 == 0 ? Tap.coroutine(this, fate, value) : () -> Tap.coroutine(this, fate, value);
    }

    /** The same as a coroutine. */
    public <T> Coroutine<T> coroutine(T value) {
        Tap.starting(this);
        return Tap.coroutine(this, next("coroutine", value), value);
    }

    /** The same as a completion stage. */
    public <T> CompletionStage<T> stage(T value) {
        return Tap.stage(this, next("stage", value), value);
    }

    /** An awaitable that ends an asynchronous iteration. */
    public <T> Awaitable<T> end() {
        return Tap.coroutine(this, next("end", "of iteration").ending(), null);
    }

    /** The value at once, unless the scenario has this point fail. */
    public <T> T risky(T value) {
        return next("risky", value).outcome(value);
    }

    /** The generator of a generator function: there it is made at once, while the oracle runs the function on a thread. */
    public <Y> Generator<Y> generate(Callable<Generator<Y>> function) {
        return Tap.generator(() -> called(function));
    }

    /** The same of an async generator function. */
    public <Y> AsyncGenerator<Y> generateAsync(Callable<AsyncGenerator<Y>> function) {
        return Tap.asyncGenerator(() -> called(function));
    }

    /** The coroutine of a coroutine function that is awaited later than it is called, by which time the oracle calls it. */
    public <T> Coroutine<T> later(Callable<Coroutine<T>> function) {
        Tap.starting(this);
        return Tap.later(() -> called(function));
    }

    /** Ends the recording: what comes after this has no counterpart on the other side. */
    void seal() {
        write(SEALED);
        sealed = true;
    }

    List<String> lines() {
        return Collections.unmodifiableList(lines);
    }

    private static <T> T called(Callable<T> function) {
        try {
            return function.call();
        } catch (Throwable thrown) {
            throw Fate.<RuntimeException>sneak(thrown);
        }
    }

    private void write(String line) {
        if (!sealed) {
            lines.add(line);
            sealed = lines.size() >= MOST;
        }
    }

    private Fate next(String kind, Object value) {
        int index = points++;
        write(kind + " #" + index + " " + Words.of(value));
        return Fate.of(sealed ? 0 : fates.applyAsInt(index), index);
    }
}
