package dev.fermata.asyncio.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.ErrorContext;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.Steps;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TestLoops;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A loop on a manual clock, run turn by turn; between the turns the test acts. What the loop reports is a failure. */
abstract class SyncTestCase {
    final EventLoop loop = TestLoops.manual();
    final List<Object> log = new ArrayList<>();
    private final List<ErrorContext> reports = new ArrayList<>();

    @BeforeEach
    void listen() {
        loop.setExceptionHandler((own, context) -> reports.add(context));
    }

    @AfterEach
    void nothingWasReported() {
        assertThat(reports).isEmpty();
        loop.close(); // which reports tasks that are left over: most tests end in the middle of things
        assertThat(reports)
                .filteredOn(it -> !it.message().equals("Task was destroyed but it is pending!"))
                .isEmpty();
    }

    static Steps steps() {
        return Steps.steps();
    }

    <T> Task<T> start(Coroutine<T> coroutine) {
        return loop.createTask(coroutine);
    }

    /** A task that awaits, and then logs a name. */
    Task<Object> logging(Object name, Supplier<? extends Awaitable<?>> awaited) {
        return start(steps().awaits(awaited).then(value -> {
            log.add(name);
            return value;
        }));
    }

    /** Runs what is ready now, and not what becomes ready by that. */
    void turn() {
        loop.stop();
        loop.runForever();
    }

    void turns(int count) {
        for (int turn = 0; turn < count; turn++) {
            turn();
        }
    }

    <T> T run(Coroutine<T> coroutine) {
        return loop.runUntilComplete(coroutine);
    }

    Promise<Object> promise() {
        return loop.createPromise();
    }
}
