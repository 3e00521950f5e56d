package dev.fermata.asyncio;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The wait of a coroutine without a loop for a completion stage, which any thread may complete: also the one that asks, and
 * any other before that has done asking. The two meet in one atomic change; the later one goes on with the body. So a body
 * that awaits stages which are complete stays where it is on its stack, however many they are.
 *
 * <pre>
 *   phase     meaning                          leaves it by
 *   ASKING    whenComplete() is being called   its return, to WAITING; the outcome, to ARRIVED
 *   WAITING   it has returned                  not: the outcome goes on with the body
 *   ARRIVED   the outcome came first           not: who asks goes on with the body
 * </pre>
 */
final class OffLoopWait extends AtomicReference<OffLoopWait.Phase> implements BiConsumer<Object, @Nullable Throwable> {
    private static final long serialVersionUID = 1L;

    enum Phase {
        ASKING,
        WAITING,
        ARRIVED
    }

    private final transient OffLoopFuture<?> future;
    private final transient CompletionStage<?> stage;

    /** What has arrived, once {@link #ask} has said true. */
    transient @Nullable Object value;

    transient @Nullable Throwable failure;

    OffLoopWait(OffLoopFuture<?> future, CompletionStage<?> stage) {
        super(Phase.ASKING);
        this.future = future;
        this.stage = stage;
    }

    /** Asks the stage for its outcome; returns whether it is there and the caller has to go on with the body. */
    @SuppressWarnings("unchecked")
    boolean ask() {
        try {
            ((CompletionStage<Object>) stage).whenComplete(this);
        } catch (Throwable refused) { // stages of others may throw anything; that is the body's failure
            accept(null, refused);
        }
        return !compareAndSet(Phase.ASKING, Phase.WAITING) && future.take(this);
    }

    /** Called by whoever completes the stage; of those that call it twice, the first call counts. */
    @Override
    public void accept(@Nullable Object outcome, @Nullable Throwable thrown) {
        Throwable unwrapped = Stages.failure(thrown);
        if (get() == Phase.ASKING) {
            value = outcome;
            failure = unwrapped;
            if (compareAndSet(Phase.ASKING, Phase.ARRIVED)) {
                return;
            }
        }
        if (get() == Phase.WAITING && future.take(this)) {
            future.proceed(outcome, unwrapped);
        }
    }

    /** Tells the stage's maker that nobody waits any more, if it is of a kind that can be told. */
    void cancelStage() {
        Stages.cancel(stage);
    }
}
