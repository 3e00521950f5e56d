package shapes.kit;

import dev.fermata.Coroutine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Plays a shape as it is written, with awaits that block. */
public final class Stage {
    private Stage() {}

    /** Plays it and gives the trace. */
    public static List<String> play(Method shape, IntUnaryOperator fates) {
        Tape tape = new Tape(fates);
        Tap.driver(yielded -> {
            tape.log("driver saw", yielded);
            return "answer to " + Tape.Text.of(yielded);
        });
        try {
            shape.setAccessible(true);
            Object made = shape.invoke(null, tape);
            tape.log("returned", made instanceof Coroutine<?> coroutine ? (Object) Coroutine.await(coroutine) : made);
        } catch (InvocationTargetException thrown) {
            tape.log("threw", thrown.getCause());
        } catch (Throwable thrown) {
            tape.log("threw", thrown);
        }
        return tape.lines();
    }
}
