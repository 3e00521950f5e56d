package fuzz.kit;

import dev.fermata.Coroutine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Runs a program as it is written, with awaits that block. */
public final class Stage {
    private Stage() {}

    /** Runs it and gives the trace. */
    public static List<String> play(Method main, IntUnaryOperator fates) {
        Tape tape = new Tape(fates);
        Tape.use(tape);
        Tap.run(tape);
        try {
            Object made = main.invoke(null);
            Object outcome = made instanceof Coroutine<?> coroutine ? (Object) Coroutine.await(coroutine) : made;
            String closed = Tap.closed(null);
            tape.log(closed == null ? "returned" : closed, closed == null ? outcome : "");
        } catch (InvocationTargetException thrown) {
            log(tape, thrown.getCause());
        } catch (Throwable thrown) {
            log(tape, thrown);
        }
        return tape.lines();
    }

    private static void log(Tape tape, Throwable thrown) {
        String closed = Tap.closed(thrown);
        tape.log(closed == null ? "threw" : closed, closed == null ? thrown : "");
    }
}
