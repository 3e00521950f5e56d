package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The twins of {@code running.py}. */
@SuppressWarnings("fermata")
final class Running extends Twins {
    Running(Consumer<String> log) {
        super(log);
    }

    @Override
    String module() {
        return "running";
    }

    void givesTheResultOfMain() {
        log(run(() -> {
            await(sleep(0.01));
            return result(42);
        }));
    }

    void throwsWhatMainThrows() {
        try {
            run(() -> {
                throw new IllegalArgumentException("from main");
            });
        } catch (IllegalArgumentException thrown) {
            log(thrown);
        }
    }

    @Async
    private Coroutine<Void> cleaningUp(String name) {
        try {
            await(sleep(1.00));
        } finally {
            await(Asyncio.sleep(Duration.ZERO));
            log(name, "cleaned up");
        }
        return done();
    }

    void cancelsWhatIsLeftAndLetsItCleanUp() {
        List<Task<Void>> left = new ArrayList<>();
        run(() -> {
            left.add(Asyncio.createTask(cleaningUp("task")));
            await(Asyncio.sleep(Duration.ZERO));
            log("main ends");
            return done();
        });
        log(left.stream().map(Task::isCancelled).toList());
    }

    @Async
    private Coroutine<Void> logging(String text) {
        log(text);
        return done();
    }

    void runsWhatIsReadyWhenMainEnds() {
        List<Task<Void>> left = new ArrayList<>();
        run(() -> {
            left.add(Asyncio.createTask(logging("ran")));
            return done();
        });
        log(left.get(0).isCancelled());
    }

    @Async
    @SuppressWarnings("finally")
    private Coroutine<Void> failingLate() {
        try {
            await(sleep(1.00));
        } finally {
            throw new IllegalArgumentException("late");
        }
    }

    void reportsWhatFailsWhileItEnds() {
        run(() -> {
            EventLoop.running().setExceptionHandler((loop, context) -> log(context.exception()));
            Asyncio.createTask(failingLate());
            await(Asyncio.sleep(Duration.ZERO));
            return done();
        });
    }

    void cannotBeNested() {
        run(() -> {
            Coroutine<Void> inner = logging("never");
            try {
                Asyncio.run(inner);
            } catch (IllegalStateException thrown) {
                log(thrown);
            }
            inner.close();
            return done();
        });
    }

    void usesAFreshLoopEachTime() {
        AsyncSupplier<EventLoop> main = () -> result(EventLoop.running());
        EventLoop first = run(main);
        EventLoop second = run(main);
        log(first == second, first.isClosed(), second.isClosed());
    }

    void hasNoLoopOutside() {
        try {
            EventLoop.running();
        } catch (IllegalStateException thrown) {
            log(thrown);
        }
    }

    void waitsForTheExecutor() {
        log(run(() ->
                result(await(EventLoop.running().runInExecutor(it -> new Thread(it).start(), () -> "from a thread")))));
    }

    @Async
    private Coroutine<String> work() {
        await(sleep(0.01));
        return result("done");
    }

    void ofALoopUntilComplete() {
        EventLoop loop = newLoop();
        log(loop.isRunning(), loop.runUntilComplete(work()));
        loop.callSoon(() -> log("callback"));
        loop.callSoon(loop::stop);
        loop.runForever();
        log(loop.isRunning(), loop.isClosed());
        loop.close();
        log(loop.isClosed());
        try {
            loop.callSoon(() -> log("never"));
        } catch (IllegalStateException thrown) {
            log(thrown);
        }
    }
}
