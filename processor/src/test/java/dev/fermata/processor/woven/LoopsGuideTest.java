package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.ErrorContext;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.Promise;
import dev.fermata.asyncio.RunOptions;
import dev.fermata.asyncio.Runner;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.adapters.SwingLoop;
import dev.fermata.asyncio.junit.AsyncTest;
import dev.fermata.asyncio.junit.AsyncTests;
import dev.fermata.asyncio.testing.ManualClock;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.JButton;
import javax.swing.JLabel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs of docs/guide/loops.md and docs/guide/testing.md, which are to be found here letter by letter, spaces aside. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LoopsGuideTest {
    private int attempts;

    @BeforeAll
    static void withoutAScreen() {
        System.setProperty("java.awt.headless", "true");
    }

    // ---- what the programs of the guides use

    @Async
    private Coroutine<String> fetchWithRetries(int most) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return result(fetch());
            } catch (IOException refused) {
                if (attempt == most) {
                    throw refused;
                }
                await(Asyncio.sleep(Duration.ofSeconds(attempt)));
            }
        }
    }

    private String fetch() throws IOException {
        if (++attempts < 3) {
            throw new IOException("refused");
        }
        return "page";
    }

    @Async
    private static Coroutine<Void> searches(List<String> shown) {
        await(Asyncio.sleep(Duration.ofSeconds(1)));
        shown.add("still searching");
        await(Asyncio.sleep(Duration.ofHours(1)));
        return done();
    }

    private record Metrics(List<String> counted) {
        void count(String what) {
            counted.add(what);
        }
    }

    // ---- docs/guide/loops.md

    static void onClick(JButton load, JLabel label) {
        load.addActionListener(event -> Asyncio.createTask(show(label)));
    }

    @Async
    static Coroutine<Void> show(JLabel label) {
        label.setText("loading");
        label.setText(await(Asyncio.toThread(() -> "loaded"))); // read elsewhere, shown here
        return done();
    }

    @Test
    void aListener_startsATask_andTheLabelIsSetInTheEventDispatchThread() {
        List<String> seen = new ArrayList<>();
        CompletableFuture<List<String>> loaded = new CompletableFuture<>();
        EventQueue.invokeLater(() -> {
            EventLoop loop = SwingLoop.create();
            JButton load = new JButton();
            JLabel label = new JLabel();
            label.addPropertyChangeListener("text", change -> {
                seen.add(change.getNewValue() + " " + EventQueue.isDispatchThread());
                if (seen.size() == 2) {
                    loop.callSoon(() -> {
                        loop.close();
                        loaded.complete(seen);
                    });
                }
            });
            onClick(load, label);
            load.doClick();
        });

        assertThat(loaded.join()).containsExactly("loading true", "loaded true");
    }

    @Test
    void theRest_doesWhatTheGuideSays(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("guide.txt");
        Files.writeString(path, "text");
        Metrics metrics = new Metrics(new ArrayList<>());
        try (EventLoop loop = EventLoop.create()) {
            loop.setSlowCallbackDuration(Duration.ofMillis(100));
            loop.setSlowCallbackDuration(null);
            loop.setExceptionHandler((it, context) -> metrics.count(context.message()));
            Promise<String> read = loop.runInExecutor(null, () -> Files.readString(path)); // null: the default executor
            assertThat(loop.runUntilComplete(read)).isEqualTo("text");
            loop.callSoon(() -> {
                throw new IllegalStateException("callback");
            });
            loop.stop();
            loop.runForever();
        }
        assertThat(metrics.counted()).containsExactly("Exception in callback");
    }

    // ---- docs/guide/testing.md

    @Test
    void fetch_triesAgain() {
        ManualClock clock = new ManualClock();

        String page =
                Asyncio.run(() -> fetchWithRetries(3), RunOptions.defaults().withLoop(clock::newLoop));

        assertThat(page).isEqualTo("page");
        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(1 + 2));
    }

    @AsyncTest
    void fetch_triesAgain_onALoopOfItsOwn(Runner runner, ManualClock clock) {
        String page = runner.run(() -> fetchWithRetries(3));

        assertThat(page).isEqualTo("page");
        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(1 + 2));
    }

    @AsyncTests
    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void fetch_endsAtTheFirstSuccess(int tries, Runner runner, ManualClock clock) {
        runner.run(() -> fetchWithRetries(tries));

        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(1 + 2));
    }

    @Test
    void hint_appearsAfterASecond() {
        ManualClock clock = new ManualClock();
        EventLoop loop = clock.newLoop();
        List<String> shown = new ArrayList<>();
        Task<Void> search = loop.createTask(searches(shown));

        clock.runFor(loop, Duration.ofMillis(999));
        assertThat(shown).isEmpty();
        clock.runFor(loop, Duration.ofMillis(1));
        assertThat(shown).containsExactly("still searching");

        search.cancel();
        clock.runUntilBlocked(loop);
        assertThat(search.isCancelled()).isTrue();
        loop.close();
    }

    @Test
    void aFailureThatNobodySees_isReported() {
        EventLoop loop = new ManualClock().newLoop();
        List<ErrorContext> reports = new ArrayList<>();
        loop.setExceptionHandler((it, context) -> reports.add(context));
        loop.createTask(fetchAndFail());
        loop.runUntilComplete(Asyncio.sleep(Duration.ofSeconds(1)));
        loop.close();

        assertThat(reports).extracting(ErrorContext::message).containsExactly("Task exception was never retrieved");
    }

    @Async
    private static Coroutine<Void> fetchAndFail() {
        await(Asyncio.sleep(Duration.ZERO));
        throw new IllegalStateException("nobody sees");
    }

    @Test
    void theGuides_showThesePrograms() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/guide"))) {
            root = root.getParent();
        }
        String source = packed(Files.readString(root.resolve(
                "processor/src/test/java/" + LoopsGuideTest.class.getName().replace('.', '/') + ".java")));
        int programs = 0;
        for (String page : List.of("loops.md", "testing.md")) {
            String text = Files.readString(root.resolve("docs/guide").resolve(page));
            Matcher program =
                    Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(text);
            for (; program.find(); programs++) {
                assertThat(source).contains(packed(program.group(1)));
            }
        }
        assertThat(programs).isEqualTo(9);
    }

    private static String packed(String source) {
        return source.replaceAll("\\s", "");
    }
}
