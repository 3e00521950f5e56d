package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.inspect.CoroutineState;
import dev.fermata.inspect.Inspect;
import dev.fermata.machine.FrameProbe;
import dev.fermata.machine.Machine;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where coroutines were made, and those that nobody awaits: statements 22, 23 and 30 of the asyncio semantics. */
final class OriginTest extends LoopTestCase {
    @AfterEach
    void off() {
        Inspect.setOriginDepth(0);
    }

    /** A coroutine function by hand. */
    private static Coroutine<Object> fetch() {
        return new Fetch();
    }

    private static Coroutine<Object> caller() {
        return fetch();
    }

    // ---- origins

    /** Statement 23; CPython: test_coroutines.OriginTrackingTest.test_origin_tracking. */
    @Test
    void an_origin_has_as_many_callers_as_were_asked_for_innermost_first() {
        Inspect.setOriginDepth(2);
        Coroutine<Object> coroutine = caller();

        assertThat(Inspect.origin(coroutine))
                .extracting(StackTraceElement::getMethodName)
                .containsExactly("caller", "an_origin_has_as_many_callers_as_were_asked_for_innermost_first");
        coroutine.close();
    }

    /** Statement 23; CPython: test_coroutines.OriginTrackingTest.test_origin_tracking. */
    @Test
    void without_a_depth_there_is_no_origin() {
        assertThat(Inspect.origin(caller())).isEmpty();
    }

    @Test
    void calls_inside_the_library_are_left_out() {
        Inspect.setOriginDepth(1);
        Coroutine<Void> sleep = Asyncio.sleep(Duration.ZERO);

        assertThat(Inspect.origin(sleep))
                .extracting(StackTraceElement::getMethodName)
                .containsExactly("calls_inside_the_library_are_left_out");
        sleep.close();
    }

    @Test
    void the_depth_is_that_of_the_thread() throws InterruptedException {
        Inspect.setOriginDepth(1);
        Thread other = new Thread(() -> log.add(Inspect.origin(caller())));
        other.start();
        other.join();

        assertThat(log).containsExactly(List.of());
    }

    @Test
    void a_negative_depth_is_refused() {
        assertThatThrownBy(() -> Inspect.setOriginDepth(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("depth: -1 (expected: 0, which is off, or more)");
    }

    /** CPython: cr_origin stays. */
    @Test
    void an_origin_stays_while_the_coroutine_runs_and_afterwards() {
        Inspect.setOriginDepth(1);
        Coroutine<Object> coroutine = caller();
        loop.runUntilComplete(coroutine);

        assertThat(Inspect.origin(coroutine)).hasSize(1);
    }

    @Test
    void a_tracked_coroutine_is_as_any_other() {
        Inspect.setOriginDepth(1);
        Coroutine<Object> coroutine = caller();
        assertThat(Inspect.state(coroutine)).isEqualTo(CoroutineState.CREATED);
        assertThat(coroutine.toString()).endsWith(".fetch, created");
        assertThatThrownBy(() -> coroutine.send("value"))
                .hasMessage("can't send non-null value to a just-started coroutine");
        assertThat(coroutine.send(null)).isEqualTo(new Coroutine.Step.Returned<Object>("fetched"));
        assertThatThrownBy(() -> coroutine.send(null)).hasMessage("cannot reuse already awaited coroutine");

        Coroutine<Object> raised = caller();
        assertThatThrownBy(() -> raised.raise(new IllegalArgumentException("raised")))
                .hasMessage("raised");
        Coroutine<Object> awaited = caller();
        assertThat(run(steps().awaits(awaited)).toString()).isEqualTo("fetched");
        Coroutine<Object> closed = caller();
        closed.close();
        assertThat(Inspect.state(closed)).isEqualTo(CoroutineState.CLOSED);
    }

    // ---- dropped coroutines

    /** Statement 22; CPython: test_coroutines.OriginTrackingTest.test_origin_tracking_warning. */
    @Test
    void a_dropped_one_is_reported_once_with_its_origin() throws InterruptedException {
        Inspect.setOriginDepth(2);
        drop();
        idle();

        ErrorContext context = reports.takeOne();
        assertThat(context.message()).isEqualTo("coroutine was never awaited");
        assertThat(context.exception())
                .hasMessage("coroutine " + OriginTest.class.getName()
                        + ".fetch was never awaited; await it, make a task of it, or close() it");
        assertThat(context.exception().getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .containsExactly("caller", "drop");
        idle();
        assertThat(reports.take()).isEmpty();
    }

    /** Statement 59; CPython: test_asyncgen.TestUnawaitedWarnings.test_aclose. */
    @Test
    void a_dropped_call_of_an_async_generator_is_reported() throws InterruptedException {
        Inspect.setOriginDepth(1);
        dropCall();
        idle();

        assertThat(reports.takeOne().exception().getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .containsExactly("dropCall");
    }

    private static void dropCall() {
        AsyncGenerator.end().aclose();
    }

    /** Statement 6; CPython: test_inspect, close() silences the warning. */
    @Test
    void one_that_ran_or_was_closed_is_not() throws InterruptedException {
        Inspect.setOriginDepth(2);
        use();
        idle();

        assertThat(reports.take()).isEmpty();
    }

    /** Statement 22; CPython: test_coroutines.CoroutineTest.test_func_9, without a depth found by the processor's checks only. */
    @Test
    void without_a_depth_nothing_is_reported() throws InterruptedException {
        drop();
        idle();

        assertThat(reports.take()).isEmpty();
    }

    private static void drop() {
        caller();
    }

    private void use() {
        caller().close();
        loop.runUntilComplete(caller());
        run(steps().awaits(OriginTest::caller));
    }

    /** Collects garbage, and lets the loop go idle. */
    private void idle() throws InterruptedException {
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        for (int round = 0;
                round < 2;
                round++) { // the queue of the second round has been served after that of the first
            WeakReference<Object> garbage = new WeakReference<>(new Object(), collected);
            for (boolean gone = false; !gone; ) {
                System.gc();
                gone = collected.remove(50) == garbage;
            }
        }
        int depth = FrameProbe.originDepth();
        Inspect.setOriginDepth(0);
        loop.runUntilComplete(Asyncio.sleep(Duration.ofSeconds(1)));
        Inspect.setOriginDepth(depth);
    }

    // ---- debug mode

    /** Statement 30; CPython: test_pep492.CoroutineTests.test_debug_mode_manages_coroutine_origin_tracking. */
    @Test
    void a_loop_in_debug_mode_tracks_while_it_runs() {
        loop.setDebug(true);
        run(steps().run(() -> {
            Coroutine<Object> coroutine = caller();
            assertThat(Inspect.origin(coroutine)).hasSize(10);
            coroutine.close();
            loop.setDebug(false);
            assertThat(Inspect.origin(caller())).isEmpty();
            loop.setDebug(true);
        }));
        assertThat(Inspect.origin(caller())).isEmpty();
    }

    @Test
    void a_loop_in_debug_mode_puts_the_old_depth_back() {
        Inspect.setOriginDepth(1);
        loop.setDebug(true);
        run(steps());
        Coroutine<Object> coroutine = caller();

        assertThat(Inspect.origin(coroutine)).hasSize(1);
        coroutine.close();
    }

    /** A task that fails unseen is reported with where its coroutine was made. */
    @Test
    void the_report_of_a_failure_that_nobody_saw_tells_where_the_task_comes_from() {
        Inspect.setOriginDepth(3);
        loop.setExceptionHandler(null);
        try (LogRecorder records = new LogRecorder()) {
            loop.createTask(steps().fails(new RuntimeException("unseen")));
            turn();
            loop.close();

            assertThat(records.texts())
                    .singleElement()
                    .asString()
                    .contains("made at ", "the_report_of_a_failure_that_nobody_saw");
        }
    }

    private static final class Fetch extends Coroutine<Object> {
        @Override
        protected Object step(Machine machine, int state) {
            return "fetched";
        }

        @Override
        protected StackTraceElement location(int state) {
            return new StackTraceElement(OriginTest.class.getName(), "fetch", "OriginTest.java", 1);
        }
    }
}
