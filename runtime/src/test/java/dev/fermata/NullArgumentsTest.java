package dev.fermata;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Context;
import dev.fermata.asyncio.ContextVar;
import dev.fermata.asyncio.ErrorContext;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Outcome;
import dev.fermata.asyncio.RunOptions;
import dev.fermata.asyncio.Runner;
import dev.fermata.asyncio.Steps;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TaskGroup;
import dev.fermata.asyncio.TaskOptions;
import dev.fermata.asyncio.WaitOptions;
import dev.fermata.asyncio.WaitResult;
import dev.fermata.asyncio.sync.AsyncCondition;
import dev.fermata.asyncio.sync.AsyncLock;
import dev.fermata.asyncio.sync.AsyncQueue;
import dev.fermata.asyncio.sync.AsyncSemaphore;
import dev.fermata.asyncio.testing.ManualClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Null where none may be is refused by the call, and not by what would have used it later. */
@SuppressWarnings({"DataFlowIssue", "resource"})
final class NullArgumentsTest {
    private final EventLoop loop = new ManualClock().newLoop();
    private final Map<String, ThrowingCallable> uses = uses();

    @AfterEach
    void close() {
        loop.setExceptionHandler((own, context) -> {});
        loop.close();
    }

    private static Steps fresh() {
        return Steps.steps();
    }

    private Map<String, ThrowingCallable> uses() {
        Map<String, ThrowingCallable> uses = new LinkedHashMap<>();
        uses.put("Coroutine.raise", () -> fresh().raise(null));
        uses.put("Generator.raise", () -> generator().raise(null));
        uses.put("Asyncio.run", () -> Asyncio.run((Coroutine<Object>) null));
        uses.put("Asyncio.run of options", () -> Asyncio.run(() -> fresh(), (RunOptions) null));
        uses.put("Asyncio.gather", () -> Asyncio.gather((Awaitable<Object>[]) null));
        uses.put("Asyncio.gather of a collection", () -> Asyncio.gather((List<Awaitable<Object>>) null));
        uses.put("Asyncio.gather of an element", () -> Asyncio.gather(fresh(), null));
        uses.put("Asyncio.gatherSettled", () -> Asyncio.gatherSettled(null));
        uses.put("Asyncio.wait", () -> Asyncio.wait(null, WaitOptions.allCompleted()));
        uses.put("Asyncio.wait of options", () -> Asyncio.wait(List.of(loop.createPromise()), null));
        uses.put(
                "Asyncio.wait of an element",
                () -> Asyncio.wait(Arrays.asList(null, null), WaitOptions.allCompleted()));
        uses.put("Asyncio.waitFor", () -> Asyncio.waitFor(null, Duration.ZERO));
        uses.put("Asyncio.timeout", () -> Asyncio.timeout(Duration.ZERO, (AsyncSupplier<Object>) null));
        uses.put("Asyncio.moveOnAfter", () -> Asyncio.moveOnAfter(Duration.ZERO, null));
        uses.put("Asyncio.shield", () -> Asyncio.shield(null));
        uses.put("Asyncio.toThread", () -> Asyncio.toThread(null));
        uses.put(
                "Asyncio.runCoroutineThreadsafe", () -> Asyncio.runCoroutineThreadsafe((Coroutine<Object>) null, loop));
        uses.put("EventLoop.createTask", () -> loop.createTask(null));
        uses.put("EventLoop.createTask of a name", () -> loop.createTask(fresh(), (String) null));
        uses.put("EventLoop.createTask of options", () -> loop.createTask(fresh(), (TaskOptions) null));
        uses.put("EventLoop.callSoon", () -> loop.callSoon(null));
        uses.put("EventLoop.callSoonThreadsafe", () -> loop.callSoonThreadsafe(null));
        uses.put("EventLoop.execute", () -> loop.execute(null));
        uses.put("EventLoop.callLater", () -> loop.callLater(Duration.ZERO, null));
        uses.put("EventLoop.callLater of a delay", () -> loop.callLater(null, () -> {}));
        uses.put("EventLoop.callAt", () -> loop.callAt(0, null));
        uses.put("EventLoop.runInExecutor", () -> loop.runInExecutor(null, null));
        uses.put("EventLoop.runUntilComplete", () -> loop.runUntilComplete(null));
        uses.put("EventLoop.setName", () -> loop.setName(null));
        uses.put("EventLoop.callExceptionHandler", () -> loop.callExceptionHandler(null));
        uses.put("Promise.setException", () -> loop.createPromise().setException(null));
        uses.put("Promise.addDoneCallback", () -> loop.createPromise().addDoneCallback(null));
        uses.put(
                "Promise.addDoneCallback of a context",
                () -> loop.createPromise().addDoneCallback(it -> {}, null));
        uses.put("Promise.removeDoneCallback", () -> loop.createPromise().removeDoneCallback((Consumer<Object>) null));
        uses.put("Task.setName", () -> task().setName(null));
        uses.put("TaskGroup.run", () -> TaskGroup.run(null));
        uses.put("TaskOptions.withName", () -> TaskOptions.defaults().withName(null));
        uses.put("TaskOptions.withContext", () -> TaskOptions.defaults().withContext(null));
        uses.put("RunOptions.withLoop", () -> RunOptions.defaults().withLoop(null));
        uses.put("Runner", () -> new Runner(null));
        uses.put("Runner.run", () -> new Runner().run((Coroutine<Object>) null));
        uses.put("Context.run", () -> Context.copy().run((Callable<Object>) null));
        uses.put("ContextVar.of", () -> ContextVar.of(null));
        uses.put("ContextVar.reset", () -> ContextVar.of("x").reset(null));
        uses.put("ErrorContext", () -> new ErrorContext(null, null, null, null, null));
        uses.put("Outcome.Failure", () -> new Outcome.Failure<>(null));
        uses.put("WaitResult", () -> new WaitResult<>(Set.of(), null));
        uses.put("ExceptionGroup", () -> new ExceptionGroup(null, List.of(new RuntimeException())));
        uses.put("ExceptionGroup of exceptions", () -> new ExceptionGroup("several", null));
        uses.put("ExceptionGroup of an exception", () -> new ExceptionGroup("several", Arrays.asList(null, null)));
        uses.put("ExceptionGroup.split", () -> group().split((Class<Exception>) null));
        uses.put("ExceptionGroup.subgroup", () -> group().subgroup((Class<Exception>) null));
        uses.put("AsyncLock.with", () -> new AsyncLock().with(null));
        uses.put("AsyncSemaphore.with", () -> new AsyncSemaphore(1).with(null));
        uses.put("AsyncCondition", () -> new AsyncCondition(null));
        uses.put("AsyncCondition.waitFor", () -> new AsyncCondition().waitFor(null));
        uses.put("AsyncQueue.priority", () -> AsyncQueue.priority(1, null));
        return uses;
    }

    private static Generator<Object> generator() {
        return ScriptedGenerator.yielding(new java.util.ArrayList<>(), List.of("a", "b"));
    }

    private Task<Object> task() {
        return loop.createTask(fresh());
    }

    private static ExceptionGroup group() {
        return new ExceptionGroup("several", List.of(new RuntimeException()));
    }

    static Stream<String> names() {
        return new NullArgumentsTest().uses.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void null_is_refused_at_once(String use) {
        assertThatThrownBy(uses.get(use)).isInstanceOf(NullPointerException.class);
    }
}
