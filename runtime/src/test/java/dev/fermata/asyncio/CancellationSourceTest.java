package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Section 3 of the asyncio semantics: who has cancelled. */
final class CancellationSourceTest extends LoopTestCase {
    private Task<Object> sourceOfTheCancellationOf(Awaitable<?> awaitable) {
        Task<Object> task = loop.createTask(
                steps().awaits(awaitable).catching(CancelledError.class, it -> ((CancelledError) it).source()));
        turn();
        return task;
    }

    @Test
    void aTask_isTheSource_ofWhatItsStepCancels() {
        Task<Object> cancelled = sourceOfTheCancellationOf(promise());
        Task<Object> canceller = loop.createTask(steps().run(cancelled::cancel));
        assertThat(loop.runUntilComplete(cancelled)).isSameAs(canceller);
    }

    @Test
    void aCallback_isNoSource() {
        Task<Object> cancelled = sourceOfTheCancellationOf(promise());
        loop.callSoon(cancelled::cancel);
        assertThat(loop.runUntilComplete(cancelled)).isNull();
    }

    @Test
    void theSource_goesOnThroughTasksThatAwaitEachOther() {
        Task<Object> inner = sourceOfTheCancellationOf(promise());
        Task<Object> outer = loop.createTask(steps().awaits(inner));
        turn();
        Task<Object> canceller = loop.createTask(steps().run(outer::cancel));
        assertThat(loop.runUntilComplete(inner)).isSameAs(canceller);
    }

    @Test
    void theSource_goesOnThroughAGather_andAGroup() {
        Task<Object> gathered = sourceOfTheCancellationOf(promise());
        Task<Object> gather = loop.createTask(steps().awaits(Asyncio.gather(gathered)));
        Task<Object> grouped = sourceOfTheCancellationOf(promise());
        Task<Object> host = loop.createTask(TaskGroup.run(group -> {
            group.createTask(steps().awaits(grouped));
            return steps();
        }));
        turns(2);
        Task<Object> canceller = loop.createTask(steps().run(gather::cancel).run(host::cancel));
        assertThat(loop.runUntilComplete(gathered)).isSameAs(canceller);
        assertThat(loop.runUntilComplete(grouped)).isSameAs(canceller);
        turns(3);
    }

    @Test
    void aTimeout_isTheSource_alsoInATaskThatItsBodyAwaits() {
        Timeout[] timeout = {null};
        Task<Object> inner = sourceOfTheCancellationOf(promise());
        loop.runUntilComplete(Asyncio.timeout(Duration.ofMillis(10), own -> {
            timeout[0] = own;
            return steps().awaits(inner);
        }));
        assertThat(inner.result()).isSameAs(timeout[0]);
        assertThat(inner.cancelling()).isEqualTo(1);
    }

    /** The request of a scope that goes on to another task is nothing that a scope of that one takes back. */
    @Test
    void aRequestThatWentOn_isAForeignOneThere() {
        Promise<Object> started = promise();
        Task<Object> inner = loop.createTask(Asyncio.timeout(
                Duration.ofMillis(20),
                () -> steps().run(() -> started.setResult(null)).awaits(() -> promise())));
        Task<Object> outer = loop.createTask(Asyncio.timeout(Duration.ofMillis(10), () -> steps().awaits(inner)));
        loop.runUntilComplete(Asyncio.gatherSettled(List.of(inner, outer)));
        assertThat(outer.exception()).isInstanceOf(AsyncTimeoutException.class);
        assertThat(inner.isCancelled()).isTrue();
        assertThat(inner.cancelling()).isEqualTo(1);
        assertThat(outer.cancelling()).isZero();
    }
}
