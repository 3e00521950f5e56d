package dev.fermata.processor.twins;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.ContextVar;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Handle;
import dev.fermata.asyncio.Outcome;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TaskGroup;
import dev.fermata.asyncio.TaskOptions;
import dev.fermata.asyncio.Timeout;
import dev.fermata.asyncio.WaitOptions;
import dev.fermata.asyncio.WaitResult;
import dev.fermata.asyncio.sync.AsyncBarrier;
import dev.fermata.asyncio.sync.AsyncCondition;
import dev.fermata.asyncio.sync.AsyncEvent;
import dev.fermata.asyncio.sync.AsyncLock;
import dev.fermata.asyncio.sync.AsyncQueue;
import dev.fermata.asyncio.sync.AsyncSemaphore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Plays a program as {@code programs.py} does, where the statements are explained by what they do. */
@SuppressWarnings({"CancellationSwallowed", "AwaitInFinally", "DroppedTask"}) // what the programs are about
final class Program {
    private static final int LOGGED_TILL_THE_END = 40;

    private final Consumer<String> out;
    private final List<List<Statement>> functions;
    private final List<Task<Object>> latest = new ArrayList<>();
    private final List<Task<Object>> tasks = new ArrayList<>();
    private final List<Object> generators = new ArrayList<>();
    private final Map<Integer, Consumer<Promise<Object>>> callbacks = new HashMap<>();
    private final ContextVar<Integer> variable = ContextVar.of("variable", 0);
    private final EventLoop loop = EventLoop.running();
    private final long begun = loop.time();
    private final List<Promise<Object>> promises = List.of(loop.createPromise(), loop.createPromise());
    private final AsyncEvent event = new AsyncEvent();
    private final AsyncLock lock = new AsyncLock();
    private final AsyncSemaphore semaphore = new AsyncSemaphore(1);
    private final AsyncQueue<Object> queue = new AsyncQueue<>(1);
    private final AsyncCondition condition = new AsyncCondition(lock);
    private final AsyncBarrier barrier = new AsyncBarrier(2);
    private Handle timer;

    /** Makes one on the loop that runs. */
    Program(Consumer<String> out, List<List<Statement>> functions) {
        this.out = out;
        this.functions = functions;
        functions.forEach(it -> latest.add(null));
    }

    private void log(Object... values) {
        List<Object> line = new ArrayList<>();
        line.add((loop.time() - begun) / Duration.ofSeconds(1).toNanos());
        line.addAll(Arrays.asList(values));
        out.accept(Shown.line(line.toArray()));
    }

    @Async
    Coroutine<Void> play() {
        loop.setExceptionHandler((own, context) -> {});
        start(0, TaskOptions.defaults(), null);
        for (int round = 0; round < 6; round++) {
            await(Asyncio.sleep(Duration.ofSeconds(LOGGED_TILL_THE_END)));
            for (Task<Object> task : List.copyOf(tasks)) {
                log("main", tasks.indexOf(task), state(task));
            }
            List<Task<Object>> left = tasks.stream().filter(it -> !it.isDone()).toList();
            left.forEach(Task::cancel);
            if (left.isEmpty()) {
                break;
            }
        }
        return done();
    }

    private static Object state(Task<Object> task) {
        if (!task.isDone()) {
            return "pending";
        }
        return task.isCancelled() ? "cancelled" : task.exception() == null ? task.result() : task.exception();
    }

    private void start(int number, TaskOptions options, TaskGroup group) {
        int place = tasks.size();
        tasks.add(null);
        Coroutine<Object> coroutine = call(number, number + "." + place);
        Task<Object> task;
        try {
            task = group == null ? loop.createTask(coroutine, options) : group.createTask(coroutine, options);
        } catch (IllegalStateException refused) {
            tasks.remove(place);
            throw refused;
        }
        tasks.set(place, task);
        latest.set(number, task);
    }

    @Async
    private Coroutine<Object> call(int number, String who) {
        log(who, "begins");
        Object result;
        try {
            result = await(block(functions.get(number), who, null));
        } catch (Throwable error) {
            log(who, "fails", error);
            throw error;
        }
        log(who, "returns", result);
        return result(result);
    }

    @Async
    private Coroutine<Object> block(List<Statement> statements, String who, TaskGroup group) {
        for (Statement it : statements) {
            Object result = it.name().equals("return")
                    ? it.number(0)
                    : holds(it) ? await(holding(it, who, group)) : await(waiting(it, who, group));
            if (result != null) {
                return result(result);
            }
        }
        return result(null);
    }

    // ---- what ends at once

    private void atOnce(Statement it, String who, TaskGroup group) {
        switch (it.name()) {
            case "log" -> log(who, "log", it.number(0));
            case "raise" -> throw new ArithmeticException("" + it.number(0));
            case "cancelself" -> log(who, "cancels", current().cancel());
            case "uncancel" -> log(who, "uncancel", current().uncancel());
            case "cancelling" -> log(who, "cancelling", current().cancelling());
            case "soon" -> loop.callSoon(() -> log("soon", it.number(0)));
            case "boom" ->
                loop.callSoon(() -> {
                    log("boom", variable.get());
                    throw new ArithmeticException();
                });
            case "later" ->
                timer = loop.callLater(seconds(it.number(0)), () -> log("later", it.number(1), variable.get()));
            case "hcancel" -> {
                if (timer != null) {
                    timer.cancel();
                }
            }
            case "varset" -> variable.set(it.number(0));
            case "varget" -> log(who, "variable", variable.get());
            case "pset" -> promises.get(it.number(0)).setResult(5);
            case "pfail" -> promises.get(it.number(0)).setException(new ArithmeticException("77"));
            case "pcancel" ->
                log(who, "cancels a promise", promises.get(it.number(0)).cancel());
            case "spawn" -> start(it.number(0), TaskOptions.defaults(), null);
            case "eager" -> start(it.number(0), TaskOptions.defaults().eager(), null);
            case "gspawn" -> start(it.number(0), TaskOptions.defaults(), group);
            case "evset" -> event.set();
            case "evclear" -> event.clear();
            case "qputnow" -> queue.putNow(it.number(0));
            case "qgetnow" -> log(who, "get", queue.getNow());
            case "qdone" -> queue.taskDone();
            case "qshut" -> queue.shutdown(it.number(0) == 1);
            case "cnotify" -> condition.notify(it.number(0));
            default -> withTask(it, who, latest.get(it.number(0)));
        }
    }

    private void withTask(Statement it, String who, Task<Object> task) {
        if (task == null) {
            return;
        }
        switch (it.name()) {
            case "cancel" -> log(who, "cancels", it.number(0), task.cancel());
            case "adddone" -> task.addDoneCallback(callback(it.number(0)));
            case "rmdone" -> log(who, "removes", task.removeDoneCallback(callback(it.number(0))));
            case "ask" -> {
                log(who, "asks", task.isDone(), task.isCancelled());
                log(who, "exception", task.exception());
            }
            default -> throw new IllegalArgumentException(it.name());
        }
    }

    private Consumer<Promise<Object>> callback(int number) {
        return callbacks.computeIfAbsent(number, key -> task -> {
            log("callback", number, task.isCancelled(), variable.get());
            variable.set(1000 + number);
        });
    }

    private static Task<?> current() {
        return Objects.requireNonNull(Asyncio.currentTask());
    }

    // ---- what waits

    @Async
    private Coroutine<Object> waiting(Statement it, String who, TaskGroup group) {
        switch (it.name()) {
            case "sleep" -> await(Asyncio.sleep(seconds(it.number(0))));
            case "ticks" -> await(Twins.ticks(it.number(0)));
            case "pawait" -> log(who, "got", await(promises.get(it.number(0))));
            case "await" -> {
                if (latest.get(it.number(0)) != null) {
                    log(who, "got", await(latest.get(it.number(0))));
                }
            }
            case "call" -> log(who, "got", await(call(it.number(0), who + "c")));
            case "shield" -> {
                if (latest.get(it.number(0)) != null) {
                    log(who, "got", await(Asyncio.shield(latest.get(it.number(0)))));
                }
            }
            case "waitfor" ->
                log(who, "got", await(Asyncio.waitFor(call(it.number(1), who + "w"), seconds(it.number(0)))));
            case "waitfortask" -> {
                if (latest.get(it.number(1)) != null) {
                    log(who, "got", await(Asyncio.waitFor(latest.get(it.number(1)), seconds(it.number(0)))));
                }
            }
            case "gather" -> log(who, "got", await(gathered(it.number(0) == 1, calls(it.numbers(1), who + "g"))));
            case "gathert" -> log(who, "got", await(gathered(it.number(0) == 1, latest(it.numbers(1)))));
            case "wait" -> await(waitingFor(it, who, latest(it.numbers(2))));
            case "asc" -> {
                List<Task<Object>> left = latest(it.numbers(1)).stream()
                        .filter(task -> !task.isDone())
                        .toList();
                for (Task<Object> task : Asyncio.asCompleted(left, seconds(it.number(0)))) {
                    log(who, "next", tasks.indexOf(task));
                }
            }
            case "evwait" -> {
                await(event.waitFor());
                log(who, "event");
            }
            case "qput" -> {
                await(queue.put(it.number(0)));
                log(who, "put");
            }
            case "qget" -> log(who, "get", await(queue.get()));
            case "qjoin" -> {
                await(queue.join());
                log(who, "joined");
            }
            case "barrier" -> log(who, "barrier", await(barrier.waitFor()));
            case "cwait" -> {
                await(condition.waitFor());
                log(who, "notified");
            }
            default -> atOnce(it, who, group);
        }
        return result(null);
    }

    private List<Coroutine<Object>> calls(List<Integer> numbers, String who) {
        List<Coroutine<Object>> calls = new ArrayList<>();
        numbers.forEach(it -> calls.add(call(it, who + calls.size())));
        return calls;
    }

    private List<Task<Object>> latest(List<Integer> numbers) {
        return numbers.stream().map(latest::get).filter(Objects::nonNull).toList();
    }

    @Async
    private static Coroutine<List<Object>> gathered(
            boolean settles, Collection<? extends dev.fermata.Awaitable<Object>> awaitables) {
        if (!settles) {
            return result(await(Asyncio.gather(awaitables)));
        }
        List<Object> shown = new ArrayList<>();
        for (Outcome<Object> it : await(Asyncio.gatherSettled(awaitables))) {
            shown.add(it instanceof Outcome.Failure<Object> failure ? failure.exception() : it.get());
        }
        return result(shown);
    }

    @Async
    private Coroutine<Void> waitingFor(Statement it, String who, List<Task<Object>> some) {
        if (some.isEmpty()) {
            return done();
        }
        WaitOptions until = switch (it.number(0)) {
            case 0 -> WaitOptions.allCompleted();
            case 1 -> WaitOptions.firstCompleted();
            default -> WaitOptions.firstException();
        };
        WaitResult<Object> ended = await(Asyncio.wait(some, until.within(seconds(it.number(1)))));
        log(who, "done", places(ended.done()), places(ended.pending()));
        return done();
    }

    private List<Integer> places(Collection<Promise<Object>> some) {
        return some.stream().map(tasks::indexOf).sorted().toList();
    }

    /** Null for a negative number. */
    private static Duration seconds(int number) {
        return number < 0 ? null : Duration.ofSeconds(number);
    }

    // ---- what holds blocks

    private static boolean holds(Statement it) {
        return List.of("try", "timeout", "group", "lock", "sem", "agen").contains(it.name());
    }

    @Async
    private Coroutine<Object> holding(Statement it, String who, TaskGroup group) {
        return switch (it.name()) {
            case "try" -> trying(it, who, group);
            case "timeout" -> limited(it, who, group);
            case "group" -> TaskGroup.run(inner -> block(it.block(0), who, inner));
            case "lock" -> lock.with(() -> held(it, who, group, "locks", "unlocks"));
            case "sem" -> semaphore.with(() -> held(it, who, group, "acquires", "releases"));
            default -> consuming(it, who);
        };
    }

    @Async
    private Coroutine<Object> trying(Statement it, String who, TaskGroup group) {
        try {
            try {
                return result(await(block(it.block(0), who, group)));
            } catch (Throwable error) {
                if (!catches((String) it.arguments().get(1), error)) {
                    throw error;
                }
                log(who, "caught", error);
                Object value = await(block(it.block(3), who, group));
                if (it.number(2) == 1) {
                    throw error;
                }
                return result(value);
            }
        } finally {
            if (!it.block(4).isEmpty()) {
                log(who, "finally");
                await(block(it.block(4), who, group));
            }
        }
    }

    private static boolean catches(String kind, Throwable error) {
        return switch (kind) {
            case "cancel" -> error instanceof CancelledError;
            case "exc" -> error instanceof Exception;
            default -> kind.equals("all");
        };
    }

    @Async
    private Coroutine<Object> limited(Statement it, String who, TaskGroup group) {
        List<Timeout> entered = new ArrayList<>();
        try {
            return result(await(Asyncio.timeout(seconds(it.number(0)), (Timeout timeout) -> {
                entered.add(timeout);
                return block(it.block(1), who, group);
            })));
        } finally {
            log(who, "expired", entered.get(0).expired());
        }
    }

    @Async
    private Coroutine<Object> held(Statement it, String who, TaskGroup group, String before, String after) {
        log(who, before);
        Object value = await(block(it.block(0), who, group));
        log(who, after);
        return result(value);
    }

    @Async
    private Coroutine<Object> consuming(Statement it, String who) {
        AsyncGenerator<Object> generator = generate(who, it.number(0), it.number(2));
        int taken = 0;
        try {
            for (Object element : generator) {
                log(who, "item", element);
                taken++;
                if (taken == it.number(1)) {
                    break;
                }
            }
        } finally {
            if (it.number(3) == 1) {
                await(generator.aclose());
                log(who, "closed");
            } else {
                generators.add(generator);
            }
        }
        return result(null);
    }

    @Async
    private AsyncGenerator<Object> generate(String who, int elements, int seconds) {
        try {
            for (int element = 0; element < elements; element++) {
                await(Asyncio.sleep(seconds(seconds)));
                AsyncGenerator.yield(element);
            }
        } catch (Throwable error) {
            log(who, "generator", error);
            throw error;
        } finally {
            log(who, "generator cleans up");
            await(Asyncio.sleep(seconds(1)));
            log(who, "generator ends");
        }
        return AsyncGenerator.end();
    }
}
