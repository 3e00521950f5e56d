package shapes.kit;

import dev.fermata.Coroutine;
import dev.fermata.Coroutine.Step;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/** Plays a shape that was rewritten: drives its coroutine by hand until it returns. */
public final class Stage {
    private Stage() {}

    /** Plays it and gives the trace. */
    public static List<String> play(Method shape, IntUnaryOperator fates) {
        return play(shape, fates, made -> {});
    }

    /** Plays it and shows the watcher what is there: at each line of the trace, and whenever the whole is suspended. */
    public static List<String> play(Method shape, IntUnaryOperator fates, Consumer<Object> watcher) {
        Tape tape = new Tape(fates, watcher);
        try {
            shape.setAccessible(true);
            Object made = shape.invoke(null, tape);
            if (made instanceof Coroutine<?> && !tape.lines().isEmpty()) {
                tape.log("something of the body ran at the call");
            }
            tape.log("returned", made instanceof Coroutine<?> coroutine ? drive(tape.made(coroutine), tape) : made);
        } catch (InvocationTargetException thrown) {
            tape.log("threw", thrown.getCause());
        } catch (Throwable thrown) {
            tape.log("threw", thrown);
        }
        return tape.lines();
    }

    private static <T> T drive(Coroutine<T> coroutine, Tape tape) {
        Step<T> step = coroutine.send(null);
        while (step instanceof Step.Suspended<T> suspended) {
            tape.show();
            step = answer(coroutine, suspended.yielded(), tape);
        }
        return ((Step.Returned<T>) step).value();
    }

    private static <T> Step<T> answer(Coroutine<T> coroutine, Object yielded, Tape tape) {
        if (yielded instanceof Tap.Pause pause) {
            return pause.raise() == null ? coroutine.send(null) : coroutine.raise(pause.raise());
        }
        if (yielded instanceof Tap.Pending<?> pending) {
            Throwable failure = pending.fate.failure();
            return failure == null ? coroutine.send(pending.value) : coroutine.raise(failure);
        }
        tape.log("driver saw", yielded);
        return coroutine.send("answer to " + Tape.Text.of(yielded));
    }
}
