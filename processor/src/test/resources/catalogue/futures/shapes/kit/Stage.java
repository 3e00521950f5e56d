package shapes.kit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.IntUnaryOperator;

/** Plays a shape that returns a future: completes what it awaits until it is done. */
public final class Stage {
    static final Queue<Tap.Pending<?>> PENDING = new ArrayDeque<>();

    private Stage() {}

    /** Plays it and gives the trace. */
    public static List<String> play(Method shape, IntUnaryOperator fates) {
        Tape tape = new Tape(fates);
        PENDING.clear();
        try {
            shape.setAccessible(true);
            Object made = shape.invoke(null, tape);
            tape.log("returned", made instanceof CompletionStage<?> stage ? outcome(stage) : made);
        } catch (InvocationTargetException thrown) {
            tape.log("threw", thrown.getCause());
        } catch (CompletionException thrown) {
            tape.log("threw", thrown.getCause());
        } catch (Throwable thrown) {
            tape.log("threw", thrown);
        }
        return tape.lines();
    }

    private static Object outcome(CompletionStage<?> stage) {
        while (!stage.toCompletableFuture().isDone()) {
            PENDING.remove().arrive();
        }
        return stage.toCompletableFuture().join();
    }
}
