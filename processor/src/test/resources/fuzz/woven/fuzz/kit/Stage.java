package fuzz.kit;

import dev.fermata.Coroutine;
import dev.fermata.Coroutine.Step;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Runs a program that was rewritten: drives its coroutine by hand until it returns, or closes it. */
public final class Stage {
    private Stage() {}

    /** Runs it and gives the trace. */
    public static List<String> play(Method main, IntUnaryOperator fates) {
        Tape tape = new Tape(fates);
        Tape.use(tape);
        Tap.run();
        try {
            Object made = main.invoke(null);
            if (made instanceof Coroutine<?> && !tape.lines().isEmpty()) {
                tape.log("something of the body ran at the call");
            }
            if (made instanceof Coroutine<?> coroutine) {
                drive(Tap.made(coroutine), tape);
            } else {
                tape.log("returned", made);
            }
        } catch (InvocationTargetException thrown) {
            tape.log("threw", thrown.getCause());
        } catch (Throwable thrown) {
            tape.log("threw", thrown);
        }
        if (Tap.unfinished() > 0) {
            tape.log("left unfinished", Tap.unfinished());
        }
        return tape.lines();
    }

    private static <T> void drive(Coroutine<T> coroutine, Tape tape) {
        Step<T> step = coroutine.send(null);
        while (step instanceof Step.Suspended<T> suspended) {
            if (closes(suspended.yielded())) {
                close(coroutine, tape);
                return;
            }
            step = answer(coroutine, suspended.yielded(), tape);
        }
        tape.log("returned", ((Step.Returned<T>) step).value());
    }

    private static boolean closes(Object yielded) {
        return yielded instanceof Tap.Pause pause && pause.closes()
                || yielded instanceof Tap.Pending<?> pending && pending.fate.closes();
    }

    private static void close(Coroutine<?> coroutine, Tape tape) {
        coroutine.close();
        tape.log("closed", "");
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
        return coroutine.send("answer to " + Words.of(yielded));
    }
}
