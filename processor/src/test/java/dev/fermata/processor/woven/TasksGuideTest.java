package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Awaitable;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.ExceptionGroup;
import dev.fermata.asyncio.AsyncTimeoutException;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Outcome;
import dev.fermata.asyncio.RunOptions;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TaskGroup;
import dev.fermata.asyncio.WaitOptions;
import dev.fermata.asyncio.WaitResult;
import dev.fermata.asyncio.testing.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The programs of docs/guide/tasks-and-timeouts.md, which are to be found here letter by letter, spaces aside. */
final class TasksGuideTest {
    private static final List<Object> LOG = new ArrayList<>();
    private static final Duration NEVER = Duration.ofDays(1);

    private static <T> T run(AsyncSupplier<T> program) {
        LOG.clear();
        return Asyncio.run(program, RunOptions.defaults().withLoop(() -> new ManualClock().newLoop()));
    }

    /** Answers after so many turns; what has no name fails. */
    @Async
    static Coroutine<String> fetch(String name, int turns) throws IOException {
        for (int turn = 0; turn < turns; turn++) {
            await(Asyncio.sleep(Duration.ZERO));
        }
        if (name.isEmpty()) {
            throw new IOException("no name");
        }
        return result("page " + name);
    }

    @Async
    static Coroutine<String> fetch(String name) throws IOException {
        return fetch(name, 1);
    }

    @Async
    static Coroutine<String> hangs() {
        try {
            return result(await(Asyncio.sleep(NEVER, "late")));
        } catch (CancelledError e) {
            LOG.add("cancelled: " + e.message());
            throw e;
        }
    }

    // ---- the programs

    @Async
    static Coroutine<List<String>> both() {
        return TaskGroup.run(group -> {
            Task<String> first = group.createTask(fetch("a"));
            Task<String> second = group.createTask(fetch("b"));
            return result(List.of(await(first), await(second)));
        });
    }

    @Async
    static Coroutine<String> patient() {
        try {
            return result(await(TaskGroup.run(group -> {
                group.createTask(fetch(""));
                group.createTask(hangs());
                return fetch("c", 9);
            })));
        } catch (ExceptionGroup e) {
            ExceptionGroup io = e.subgroup(IOException.class);
            return result(io == null ? "a bug" : io.exceptions().get(0).getMessage());
        }
    }

    @Async
    static Coroutine<String> firstAnswer() {
        return TaskGroup.run(group -> {
            for (String mirror : List.of("a", "b", "c")) {
                group.start(() -> {
                    LOG.add(await(fetch(mirror)));
                    group.cancel();
                    return done();
                });
            }
            return result("not given: the group was cancelled");
        });
    }

    @Async
    static Coroutine<String> limited() {
        try {
            return result(await(Asyncio.timeout(Duration.ofMillis(5), () -> hangs())));
        } catch (AsyncTimeoutException e) {
            return result(e.getMessage());
        }
    }

    @Async
    static Coroutine<Integer> extended() {
        return Asyncio.timeout(Duration.ofMillis(5), timeout -> {
            int parts = 0;
            while (parts < 3) {
                await(fetch("part " + parts++));
                timeout.reschedule(Duration.ofSeconds(5)); // for each part anew
            }
            return result(parts);
        });
    }

    @Async
    static Coroutine<String> orDefault() {
        return Asyncio.moveOnAfter(Duration.ofMillis(5), "from the cache", () -> hangs());
    }

    @Async
    static Coroutine<String> keepsRunning(Task<String> download) {
        try {
            return result(await(Asyncio.waitFor(Asyncio.shield(download), Duration.ofMillis(5))));
        } catch (AsyncTimeoutException e) {
            return result("still running: " + !download.isDone());
        }
    }

    @Async
    static Coroutine<Integer> firstOf(List<Task<String>> tasks) {
        WaitResult<String> result = await(Asyncio.wait(tasks, WaitOptions.firstCompleted()));
        result.done().forEach(task -> LOG.add(task.result()));
        result.pending().forEach(task -> task.cancel("not needed"));
        return result(result.pending().size());
    }

    @Async
    static Coroutine<Void> asTheyCome() throws IOException {
        for (Task<String> task : Asyncio.asCompleted(List.of(fetch("slow", 3), fetch("quick", 1)))) {
            LOG.add(await(task));
        }
        return done();
    }

    @Async
    static Coroutine<Void> everyOutcome() throws IOException {
        for (Outcome<String> outcome : await(Asyncio.gatherSettled(List.of(fetch("a"), fetch(""))))) {
            if (outcome instanceof Outcome.Failure<String> failure) {
                LOG.add(failure.exception().getMessage());
            } else {
                LOG.add(outcome.get());
            }
        }
        return done();
    }

    @Async
    static Coroutine<Integer> countLines(Path file) throws IOException {
        List<String> lines = await(Asyncio.toThread(() -> Files.readAllLines(file)));
        return result(lines.size());
    }

    @Async
    static Coroutine<String> cleansUp(Awaitable<String> work) {
        try {
            return result(await(work));
        } finally {
            await(Asyncio.timeout(Duration.ofSeconds(1), () -> fetch("goodbye"))); // a cleanup with a limit of its own
            LOG.add("cleaned up");
        }
    }

    @Async
    static Coroutine<String> withFutures(CompletableFuture<String> theirs) {
        Task<String> task = Asyncio.createTask(hangs());
        CompletableFuture<String> ours = task.toCompletableFuture(); // for those who know futures only
        ours.cancel(true);
        return result(await(theirs) + ", and the task is cancelled: " + await(endOf(task)));
    }

    @Async
    static Coroutine<Boolean> endOf(Task<String> task) {
        await(Asyncio.wait(List.of(task), WaitOptions.allCompleted()));
        return result(task.isCancelled());
    }

    // ---- what they do

    @Test
    void aGroup_givesWhatItsBodyReturns() {
        assertThat(run(() -> both())).containsExactly("page a", "page b");
    }

    @Test
    void aGroup_throwsAllFailures_andCancelsTheRest() {
        assertThat(run(() -> patient())).isEqualTo("no name");
        assertThat(LOG).containsExactly("cancelled: a task of the group has failed");
    }

    @Test
    void aGroup_canBeCancelled() {
        assertThat(run(() -> firstAnswer())).isNull();
        assertThat(LOG).contains("page a");
    }

    @Test
    void aTimeout_isAnException() {
        assertThat(run(() -> limited())).isEqualTo("timed out after PT0.005S");
        assertThat(LOG).containsExactly("cancelled: timed out");
    }

    @Test
    void aTimeout_canBeRescheduled() {
        assertThat(run(() -> extended())).isEqualTo(3);
    }

    @Test
    void moveOnAfter_givesAnotherValue() {
        assertThat(run(() -> orDefault())).isEqualTo("from the cache");
    }

    @Test
    void aShield_leavesItsWorkRunning() {
        assertThat(run(() -> keepsRunning(Asyncio.createTask(hangs())))).isEqualTo("still running: true");
    }

    @Test
    void wait_tellsWhatIsDone() {
        assertThat(run(() -> firstOf(List.of(Asyncio.createTask(fetch("a")), Asyncio.createTask(hangs())))))
                .isEqualTo(1);
        assertThat(LOG).contains("page a");
    }

    @Test
    void asCompleted_givesTasksAsTheyEnd() {
        run(() -> asTheyCome());
        assertThat(LOG).containsExactly("page quick", "page slow");
    }

    @Test
    void gatherSettled_givesEveryOutcome() {
        run(() -> everyOutcome());
        assertThat(LOG).containsExactly("page a", "no name");
    }

    @Test
    void toThread_blocksAnother() {
        assertThat(run(() -> countLines(guide()))).isGreaterThan(50);
    }

    @Test
    void aCancelledTask_cleansUp() {
        assertThatThrownBy(() -> run(() -> {
                    Task<String> task = Asyncio.createTask(cleansUp(hangs()));
                    await(Asyncio.sleep(Duration.ZERO));
                    task.cancel("shutting down");
                    return task.asCoroutine();
                }))
                .isInstanceOf(CancelledError.class)
                .hasMessage("shutting down");
        assertThat(LOG).containsExactly("cancelled: shutting down", "cleaned up");
    }

    @Test
    void futures_areBridgedBothWays() {
        CompletableFuture<String> theirs = new CompletableFuture<>();
        assertThat(run(() -> {
                    EventLoop.running().callSoon(() -> theirs.complete("theirs"));
                    return withFutures(theirs);
                }))
                .isEqualTo("theirs, and the task is cancelled: true");
    }

    /** Cancelling a task that awaits a future cancels the future. */
    @Test
    void aFutureThatIsAwaited_isCancelledWithItsTask() {
        CompletableFuture<String> theirs = new CompletableFuture<>();
        run(() -> {
            Task<String> task = Asyncio.createTask(withFutures(theirs));
            await(Asyncio.sleep(Duration.ZERO));
            task.cancel();
            return endOf(task);
        });
        assertThat(theirs.isCancelled()).isTrue();
        assertThatThrownBy(theirs::join).isNotInstanceOf(CompletionException.class);
    }

    private static Path guide() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/guide"))) {
            root = root.getParent();
        }
        return root.resolve("docs/guide/tasks-and-timeouts.md");
    }

    @Test
    void theGuide_showsThesePrograms() throws IOException {
        Path root = guide().getParent().getParent().getParent();
        String source = packed(Files.readString(root.resolve(
                "processor/src/test/java/" + TasksGuideTest.class.getName().replace('.', '/') + ".java")));
        Matcher program = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(guide()));
        int programs = 0;
        for (; program.find(); programs++) {
            assertThat(source).contains(packed(program.group(1)));
        }
        assertThat(programs).isEqualTo(13);
    }

    private static String packed(String source) {
        return source.replaceAll("\\s", "");
    }
}
