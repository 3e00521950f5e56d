package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A loop on a manual clock. What it reports and the test does not take is a failure of the test, but tasks that are left
 * over: most tests end in the middle of things.
 */
abstract class LoopTestCase {
    final RecordedClock clock = new RecordedClock();
    final BaseEventLoop loop = new BaseEventLoop(clock);
    final Reports reports = new Reports();
    final List<Object> log = new ArrayList<>();

    /** Some tests make a context of the thread's, and with one around it a loop takes the long way for each step. */
    @BeforeEach
    void startWithoutContext() {
        CurrentContext.ofThread().context = null;
    }

    @BeforeEach
    void listen() {
        loop.setExceptionHandler(reports);
    }

    @AfterEach
    void nothingUnexpectedWasReported() {
        loop.close();
        assertThat(reports.take())
                .filteredOn(it -> !it.message().equals("Task was destroyed but it is pending!"))
                .isEmpty();
    }

    void turn() {
        loop.stop();
        loop.runForever();
    }

    void turns(int count) {
        for (int turn = 0; turn < count; turn++) {
            turn();
        }
    }

    Promise<Object> promise() {
        return loop.createPromise();
    }

    <T> T run(Steps steps) {
        @SuppressWarnings("unchecked")
        T result = (T) loop.runUntilComplete(steps);
        return result;
    }
}
