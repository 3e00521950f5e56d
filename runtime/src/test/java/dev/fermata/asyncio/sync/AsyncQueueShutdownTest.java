package dev.fermata.asyncio.sync;

import static dev.fermata.asyncio.sync.Outcomes.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.asyncio.Task;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statement 137, for each order; CPython: test_queues._QueueShutdownTestMixin. */
final class AsyncQueueShutdownTest extends SyncTestCase {
    private static final String MESSAGE = "the queue is shut down";

    static List<Supplier<AsyncQueue<Integer>>> queues() {
        return List.of(
                () -> new AsyncQueue<>(2),
                () -> AsyncQueue.lifo(2),
                () -> AsyncQueue.priority(2, Comparator.naturalOrder()));
    }

    private void assertPutsFail(AsyncQueue<Integer> queue) {
        assertThatThrownBy(() -> queue.putNow(9))
                .isInstanceOf(QueueShutDownException.class)
                .hasMessage(MESSAGE);
        assertThatThrownBy(() -> run(queue.put(9)))
                .isInstanceOf(QueueShutDownException.class)
                .hasMessage(MESSAGE);
    }

    private void assertGetsFail(AsyncQueue<Integer> queue) {
        assertThatThrownBy(queue::getNow)
                .isInstanceOf(QueueShutDownException.class)
                .hasMessage(MESSAGE);
        assertThatThrownBy(() -> run(queue.get()))
                .isInstanceOf(QueueShutDownException.class)
                .hasMessage(MESSAGE);
    }

    /** Statement 137; CPython: test_queues.test_shutdown_empty. */
    @ParameterizedTest
    @MethodSource("queues")
    void shutdown_ofAnEmptyQueue_failsThoseWhoWait(Supplier<AsyncQueue<Integer>> make) {
        AsyncQueue<Integer> queue = make.get();
        Task<Integer> getter = start(queue.get());
        turn();
        queue.shutdown(false);
        turn();
        assertThat(failure(getter)).isInstanceOf(QueueShutDownException.class);
        assertPutsFail(queue);
        assertGetsFail(queue);
    }

    /** Statement 137; CPython: test_queues.test_shutdown_nonempty. */
    @ParameterizedTest
    @MethodSource("queues")
    void shutdown_letsGettersDrainIt_andFailsPutters(Supplier<AsyncQueue<Integer>> make) {
        AsyncQueue<Integer> queue = make.get();
        queue.putNow(1);
        queue.putNow(2);
        Task<Void> putter = start(queue.put(3));
        Task<Void> joined = start(queue.join());
        turn();
        queue.shutdown();
        assertPutsFail(queue);
        turn();
        assertThat(failure(putter)).isInstanceOf(QueueShutDownException.class);
        assertThat(List.of(run(queue.get()), queue.getNow())).containsExactlyInAnyOrder(1, 2);
        assertGetsFail(queue);
        assertThat(joined.isDone()).isFalse();
        queue.taskDone();
        queue.taskDone();
        turn();
        assertThat(joined.isDone()).isTrue();
    }

    /** Statement 137; CPython: test_queues.test_shutdown_immediate. */
    @ParameterizedTest
    @MethodSource("queues")
    void shutdownImmediate_dropsAll_andFreesThoseWhoJoin(Supplier<AsyncQueue<Integer>> make) {
        AsyncQueue<Integer> queue = make.get();
        queue.putNow(1);
        queue.putNow(2);
        Task<Void> putter = start(queue.put(3));
        Task<Void> joined = start(queue.join());
        turn();
        queue.shutdown(true);
        assertThat(queue.size()).isZero();
        turn();
        assertThat(failure(putter)).isInstanceOf(QueueShutDownException.class);
        assertThat(joined.isDone()).isTrue();
        assertPutsFail(queue);
        assertGetsFail(queue);
        assertThatThrownBy(queue::taskDone).isInstanceOf(IllegalStateException.class);
    }

    /** Statement 137; CPython: test_queues.test_shutdown_immediate_with_unfinished. */
    @ParameterizedTest
    @MethodSource("queues")
    void shutdownImmediate_whileOneIsAtWork_waitsForThat(Supplier<AsyncQueue<Integer>> make) {
        AsyncQueue<Integer> queue = make.get();
        queue.putNow(1);
        queue.putNow(2);
        Task<Void> joined = start(queue.join());
        turn();
        queue.getNow();
        queue.shutdown(true);
        turns(2);
        assertThat(joined.isDone()).isFalse();
        queue.taskDone();
        assertThatThrownBy(queue::taskDone).isInstanceOf(IllegalStateException.class);
        turn();
        assertThat(joined.isDone()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void shutdownImmediate_afterShutdown_dropsWhatIsLeft(Supplier<AsyncQueue<Integer>> make) {
        AsyncQueue<Integer> queue = make.get();
        queue.putNow(1);
        queue.shutdown();
        queue.shutdown(true);
        assertGetsFail(queue);
    }

    @ParameterizedTest
    @MethodSource("queues")
    void shutdown_whileAGetterIsWoken_letsItHaveTheElement(Supplier<AsyncQueue<Integer>> make) {
        AsyncQueue<Integer> queue = make.get();
        Task<Integer> woken = start(queue.get());
        Task<Integer> behind = start(queue.get());
        turn();
        queue.putNow(1);
        queue.shutdown();
        turn();
        assertThat(woken.result()).isEqualTo(1);
        assertThat(failure(behind)).isInstanceOf(QueueShutDownException.class);
    }
}
