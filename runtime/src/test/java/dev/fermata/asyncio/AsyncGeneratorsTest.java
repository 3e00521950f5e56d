package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncGeneratorFrame;
import dev.fermata.CancelledError;
import dev.fermata.GeneratorExit;
import dev.fermata.StopAsyncIteration;
import dev.fermata.machine.Machine;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Async generators on a loop: statements 57 and 58 of the asyncio semantics. */
final class AsyncGeneratorsTest extends LoopTestCase {
    @Test
    void a_task_that_waits_for_an_element_is_cancelled_inside_the_generator() {
        AsyncGenerator<Object> generator = new Awaiting(this::promise).generator();
        Task<Object> task = loop.createTask(steps().awaits(generator.anext()));
        turn();

        task.cancel();
        turns(2);

        assertThat(task.isCancelled()).isTrue();
        assertThat(log).hasOnlyElementsOfType(CancelledError.class).hasSize(1);
    }

    @Test
    void two_tasks_cannot_wait_for_one_generator() {
        Promise<Object> promise = promise();
        AsyncGenerator<Object> generator = new Awaiting(() -> promise).generator();
        Task<Object> first = loop.createTask(steps().awaits(generator.anext()));
        Task<Object> second = loop.createTask(steps().awaits(generator.anext()));
        turn();
        promise.setResult("element");
        turns(2);

        assertThat(first.result()).isEqualTo("element");
        assertThatThrownBy(second::result)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("anext(): asynchronous generator is already running");
    }

    /** Statement 58; CPython: test_asyncgen.test_async_gen_asyncio_shutdown_01. */
    @Test
    void shutting_down_closes_those_that_have_not_ended_and_awaits_their_finally_blocks() {
        Cleaning first = new Cleaning("first", null);
        Cleaning second = new Cleaning("second", null);
        Cleaning fresh = new Cleaning("fresh", null);
        AsyncGenerator<Object> one = first.generator();
        AsyncGenerator<Object> two = second.generator();
        AsyncGenerator<Object> never = fresh.generator();
        run(steps().awaits(one.anext()).awaits(two.anext()));

        run(steps().awaits(loop::shutdownAsyncGenerators));

        assertThat(log).containsExactly("first is closed", "second is closed", "first is clean", "second is clean");
        assertThatThrownBy(() -> run(steps().awaits(one.anext()))).isSameAs(StopAsyncIteration.INSTANCE);
        assertThat(never.toString()).endsWith(", created");
    }

    /** Statement 58; CPython: test_asyncgen.test_async_gen_asyncio_shutdown_exception_01. */
    @Test
    void an_error_in_one_is_reported_and_the_others_are_closed() {
        IOException failure = new IOException("clean-up failed");
        AsyncGenerator<Object> failing = new Cleaning("failing", failure).generator();
        AsyncGenerator<Object> other = new Cleaning("other", null).generator();
        run(steps().awaits(failing.anext()).awaits(other.anext()));

        run(steps().awaits(loop::shutdownAsyncGenerators));

        ErrorContext report = reports.takeOne();
        assertThat(report.message())
                .startsWith("an error occurred during closing of asynchronous generator async generator ");
        assertThat(report.exception()).isSameAs(failure);
        assertThat(log).contains("other is clean");
    }

    @Test
    void one_that_is_in_flight_cannot_be_closed_and_is_reported() {
        AsyncGenerator<Object> generator = new Awaiting(this::promise).generator();
        Task<Object> task = loop.createTask(steps().awaits(generator.anext()));
        turn();

        run(steps().awaits(loop::shutdownAsyncGenerators));

        assertThat(reports.takeOne().exception()).hasMessage("aclose(): asynchronous generator is already running");
        task.cancel();
        turns(2);
    }

    @Test
    void one_that_begins_after_the_shutdown_is_reported() {
        run(steps().awaits(loop::shutdownAsyncGenerators));
        AsyncGenerator<Object> late = new Cleaning("late", null).generator();

        run(steps().awaits(late.anext()));

        assertThat(reports.takeOne().message())
                .startsWith("asynchronous generator async generator ")
                .endsWith(" was scheduled after EventLoop.shutdownAsyncGenerators() call");
    }

    @Test
    void cancelling_the_shutdown_cancels_the_closing() {
        AsyncGenerator<Object> generator = new Cleaning("slow", null).generator();
        run(steps().awaits(generator.anext()));
        Task<Object> shutdown = loop.createTask(steps().awaits(loop::shutdownAsyncGenerators));
        turn();

        shutdown.cancel();
        turns(4);

        assertThat(shutdown.isCancelled()).isTrue();
        assertThat(log).containsExactly("slow is closed", "slow is cancelled");
    }

    /** Statement 138; CPython: test_runners.test_asyncio_run_closes_gens_after_hanging_tasks_errors. */
    @Test
    void run_closes_what_its_main_coroutine_left() {
        AsyncGenerator<Object> generator = new Cleaning("left", null).generator();

        Asyncio.run(steps().awaits(generator.anext()));

        assertThat(log).containsExactly("left is closed", "left is clean");
    }

    /** Statement 57; CPython: test_base_events.test_asyncgen_finalization_by_gc. */
    @Test
    void one_that_nobody_can_use_any_more_is_closed_when_the_loop_notices() throws InterruptedException {
        WeakReference<?> unused = abandoned();
        for (int tries = 0; unused.get() != null && tries < 100; tries++) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(unused.get()).isNull();
        // The reference is cleared before it is enqueued, by another thread of the JVM.
        for (int tries = 0; log.isEmpty() && tries < 10_000; tries++) {
            turn();
            run(steps().awaits(new Cleaning("next", null).generator().anext()));
            Thread.yield();
        }
        turns(5);

        assertThat(log).contains("abandoned is closed", "abandoned is clean");
    }

    private WeakReference<?> abandoned() {
        AsyncGenerator<Object> generator = new Cleaning("abandoned", null).generator();
        run(steps().awaits(generator.anext()));
        return new WeakReference<>(generator);
    }

    @Test
    void those_that_have_ended_do_not_pile_up() {
        AsyncGenerators generators = new AsyncGenerators(loop);
        for (int i = 0; i < 20_000_000 && loop.allTasks().isEmpty(); i++) {
            generators.begins(AsyncGenerator.end());
        }

        assertThat(loop.allTasks()).isNotEmpty(); // those that close them
        turns(5);
    }

    /** {@code AsyncGenerator.yield(await(promise));}, which logs what is thrown there. */
    private final class Awaiting extends AsyncGeneratorFrame {
        private final Supplier<Promise<Object>> promise;

        Awaiting(Supplier<Promise<Object>> promise) {
            this.promise = promise;
        }

        AsyncGenerator<Object> generator() {
            return AsyncGenerator.of(this);
        }

        @Override
        protected Object step(Machine machine, int state) {
            if (state == CREATED) {
                Machine.await(promise.get().asCoroutine(), machine);
                return machine.suspend(this, 1);
            }
            try {
                machine.yield(machine.resumed());
            } catch (CancelledError cancelled) {
                log.add(cancelled);
                throw cancelled;
            }
            machine.suspend(this, 2);
            return machine.handOver();
        }
    }

    /** {@code try { AsyncGenerator.yield(name); } finally { await(sleep(Duration.ZERO)); }}, and then the failure. */
    private final class Cleaning extends AsyncGeneratorFrame {
        private final String name;
        private final Throwable failure;

        Cleaning(String name, Throwable failure) {
            this.name = name;
            this.failure = failure;
        }

        AsyncGenerator<Object> generator() {
            return AsyncGenerator.of(this);
        }

        @Override
        protected Object step(Machine machine, int state) throws Throwable {
            if (state == CREATED) {
                machine.yield(name);
                machine.suspend(this, 1);
                return machine.handOver();
            }
            try {
                machine.resumed();
            } catch (GeneratorExit exit) {
                log.add(name + " is closed");
                machine.yield(null);
                return machine.suspend(this, 2);
            } catch (CancelledError cancelled) {
                log.add(name + " is cancelled");
                throw cancelled;
            }
            log.add(name + " is clean");
            throw failure == null ? new GeneratorExit() : failure;
        }
    }
}
