package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.machine.Machine;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ctrl-C during a run, with the real signal: statement 140 of the asyncio semantics. CPython: test_runners. */
final class InterruptsTest {
    private final List<Object> log = new ArrayList<>();
    private String before;

    @BeforeEach
    void inTheMainThread() {
        assumeThat(Thread.currentThread().getName()).isEqualTo("main");
        before = handler();
        assumeThat(before).isNotEqualTo("SIG_IGN"); // as in a job of a shell without job control
    }

    @AfterEach
    void theHandlerIsTheOneThatWasThere() {
        assertThat(handler()).isEqualTo(before);
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Statement 140; CPython: RunnerTests.test_interrupt_wait. */
    @Test
    void the_first_cancels_the_main_task_and_the_run_throws_KeyboardInterrupt() {
        assertThatThrownBy(() -> Asyncio.run(steps().run(InterruptsTest::raise)
                        .awaits(() -> EventLoop.running().createPromise())
                        .lastly(() -> log.add("finally"))))
                .isInstanceOf(KeyboardInterrupt.class)
                .hasMessage("interrupted by SIGINT")
                .hasCauseInstanceOf(CancelledError.class);

        assertThat(log).containsExactly("finally");
    }

    /** Statement 140; CPython: RunnerTests.test_interrupt_call_soon, a task that is only ever ready. */
    @Test
    void a_task_that_never_waits_long_is_cancelled_too() {
        assertThatThrownBy(() -> Asyncio.run(new Spinning())).isInstanceOf(KeyboardInterrupt.class);
    }

    /** Statement 140; CPython: RunnerTests.test_interrupt_cancelled_task: the task was also cancelled by itself. */
    @Test
    void a_cancellation_that_somebody_else_asked_for_stays_one() {
        assertThatThrownBy(() -> Asyncio.run(steps().run(InterruptsTest::raise)
                        .awaits(() -> EventLoop.running().createPromise())
                        .catching(
                                CancelledError.class,
                                it -> Asyncio.currentTask().cancel("self"))
                        .turn()))
                .isInstanceOf(CancelledError.class);
    }

    @Test
    void a_main_task_that_ends_all_the_same_has_its_result_returned() {
        Object result = Asyncio.run(steps().run(InterruptsTest::raise)
                .awaits(() -> EventLoop.running().createPromise())
                .catching(CancelledError.class, it -> "ignored"));

        assertThat(result).isEqualTo("ignored");
    }

    @Test
    void the_second_leaves_the_loop() {
        Steps stubborn = steps().run(InterruptsTest::raise)
                .awaits(() -> EventLoop.running().createPromise())
                .catching(CancelledError.class, it -> log.add("refused"))
                .run(InterruptsTest::raise)
                .awaits(() -> EventLoop.running().createPromise())
                .lastly(() -> log.add("cancelled at the end"));

        assertThatThrownBy(() -> Asyncio.run(stubborn))
                .isInstanceOf(KeyboardInterrupt.class)
                .hasNoCause();
        assertThat(log).containsExactly("refused", "cancelled at the end");
    }

    @Test
    void the_second_ends_a_step_that_blocks() {
        Steps blocking = steps().run(() -> {
            raise();
            raise();
            new CountDownLatch(1).await();
        });

        assertThatThrownBy(() -> Asyncio.run(blocking))
                .isInstanceOf(KeyboardInterrupt.class)
                .satisfies(it ->
                        assertThat(it.getSuppressed()).hasSize(1).hasOnlyElementsOfType(InterruptedException.class));
    }

    /** Each run counts for itself. CPython: the count is reset by Runner.run. */
    @Test
    void the_next_run_begins_anew() {
        try (Runner runner = new Runner()) {
            for (int round = 0; round < 2; round++) {
                assertThatThrownBy(() -> runner.run(steps().run(InterruptsTest::raise)
                                .awaits(() -> EventLoop.running().createPromise())))
                        .isInstanceOf(KeyboardInterrupt.class)
                        .hasCauseInstanceOf(CancelledError.class);
            }
        }
    }

    /** CPython: Runner.run asks for the default handler. */
    @Test
    void a_handler_of_the_program_is_left_in_place() throws InterruptedException {
        CountDownLatch handled = new CountDownLatch(1);
        Object old = swap(newHandler(handled));
        try {
            Object result = Asyncio.run(steps().run(() -> {
                        raise();
                        assertThat(handled.await(10, TimeUnit.SECONDS)).isTrue();
                    })
                    .turn()
                    .returns("undisturbed"));
            assertThat(result).isEqualTo("undisturbed");
        } finally {
            swap(old);
        }
    }

    @Test
    void one_that_the_program_sets_meanwhile_stays() {
        Object own = newHandler(new CountDownLatch(1));
        Object old = swap(own);
        swap(old);
        try {
            Asyncio.run(steps().run(() -> swap(own)));
            assertThat(swap(own)).isSameAs(own);
        } finally {
            swap(old);
        }
    }

    /** In a process of its own, which it ends. 130 is what a JVM exits with after SIGINT. */
    @Test
    void the_third_ends_the_program() throws Exception {
        String classes = String.join(
                System.getProperty("path.separator"), location(Asyncio.class), location(InterruptsTest.class));
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes,
                        Unstoppable.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(program.exitValue()).isEqualTo(130);
        } finally {
            program.destroyForcibly();
        }
    }

    private static String location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    /** A program whose only step catches everything and never returns. */
    static final class Unstoppable {
        private Unstoppable() {}

        public static void main(String[] arguments) {
            Asyncio.run(steps().run(() -> {
                for (; ; ) {
                    try {
                        raise();
                        new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS);
                    } catch (InterruptedException swallowed) {
                        continue;
                    }
                }
            }));
        }
    }

    /** {@code raise(); while (true) await(sleep(Duration.ZERO));}. */
    private static final class Spinning extends Coroutine<Object> {
        @Override
        protected Object step(Machine machine, int state) {
            if (state == CREATED) {
                InterruptsTest.raise();
            } else {
                machine.resumed();
            }
            machine.yield(null);
            return machine.suspend(this, 1);
        }
    }

    /** Signals belong to the main thread, as in CPython. */
    @Test
    void other_threads_leave_the_signal_alone() throws InterruptedException {
        List<Object> seen = new ArrayList<>();
        Thread worker = new Thread(() -> Asyncio.run(steps().run(() -> seen.add(handler()))), "worker");
        worker.start();
        worker.join();

        assertThat(seen).containsExactly(before);
    }

    @Test
    void it_can_be_switched_off() {
        Asyncio.run(steps().run(() -> log.add(handler())), RunOptions.defaults().withInterrupts(false));

        assertThat(log).containsExactly(before);
    }

    // ---- sun.misc.Signal, by reflection, since javac warns of its name

    private static void raise() {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            type.getMethod("raise", type).invoke(null, signal());
        } catch (ReflectiveOperationException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Object signal() throws ReflectiveOperationException {
        return Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance("INT");
    }

    private static Object newHandler(CountDownLatch handled) {
        try {
            Class<?> type = Class.forName("sun.misc.SignalHandler");
            return Proxy.newProxyInstance(
                    InterruptsTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            handled.countDown();
                        }
                        return method.getName().equals("toString") ? "a handler of the program" : null;
                    });
        } catch (ReflectiveOperationException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Object swap(Object handler) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            return type.getMethod("handle", type, Class.forName("sun.misc.SignalHandler"))
                    .invoke(null, signal(), handler);
        } catch (ReflectiveOperationException failed) {
            throw new AssertionError(failed);
        }
    }

    /** The text of the handler that is there: those of the JVM come wrapped anew each time. */
    private static String handler() {
        Object there = swap(newHandler(new CountDownLatch(1)));
        swap(there);
        return there.toString();
    }
}
