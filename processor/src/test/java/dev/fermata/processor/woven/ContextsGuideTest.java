package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Context;
import dev.fermata.asyncio.ContextVar;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.RunOptions;
import dev.fermata.asyncio.Runner;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TaskOptions;
import dev.fermata.asyncio.Token;
import dev.fermata.asyncio.micrometer.ThreadLocalPropagation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The programs of docs/guide/contexts.md, which are to be found here letter by letter, spaces aside; and contexts of async generators. */
final class ContextsGuideTest {
    private static final List<Object> LOG = new ArrayList<>();

    private static List<Object> logOf(Coroutine<?> program) {
        LOG.clear();
        Asyncio.run(program);
        return LOG;
    }

    static final ContextVar<String> USER = ContextVar.of("user", "nobody");

    @Async
    static Coroutine<Void> handle(String user) {
        try (Token<String> token = USER.set(user)) { // for this task, until the end of the block
            LOG.add("begin " + token.variable().get());
            await(work());
        }
        return done();
    }

    @Async
    static Coroutine<Void> work() {
        await(Asyncio.sleep(Duration.ZERO)); // other tasks run, with other users
        LOG.add("work for " + USER.get());
        return done();
    }

    @Async
    static Coroutine<Void> requests() {
        await(Asyncio.gather(handle("ada"), handle("grace")));
        LOG.add("end " + USER.get());
        return done();
    }

    @Test
    void aVariable_hasAValueForEachTask() {
        assertThat(logOf(requests()))
                .containsExactly("begin ada", "begin grace", "work for ada", "work for grace", "end nobody");
    }

    static EventLoop followed() {
        return ThreadLocalPropagation.follow(EventLoop.create());
    }

    @Async
    static Coroutine<Void> options() {
        Task<Void> task = Asyncio.createTask(
                work(),
                TaskOptions.defaults()
                        .withName("first")
                        .withContext(Context.empty())
                        .eager());
        LOG.add(task.name() + " is " + (task.isDone() ? "done" : "suspended"));
        await(task);
        return done();
    }

    @Test
    void aTask_mayBeginAtOnce() {
        assertThat(logOf(options())).containsExactly("first is suspended", "work for nobody");
    }

    static void runs() {
        try (Runner runner = new Runner(RunOptions.defaults().withLoop(ContextsGuideTest::followed))) {
            runner.run(login("ada"));
            runner.run(() -> work());
        }
    }

    @Async
    static Coroutine<Void> login(String user) {
        USER.set(user); // for the runs that follow
        return done();
    }

    @Test
    void aRunner_hasOneContext() {
        LOG.clear();
        runs();
        assertThat(LOG).containsExactly("work for ada");
    }

    @Async
    static AsyncGenerator<String> users() {
        AsyncGenerator.yield(USER.get());
        await(Asyncio.sleep(Duration.ZERO));
        USER.set("set by the generator");
        AsyncGenerator.yield(USER.get());
        return AsyncGenerator.end();
    }

    @Async
    static Coroutine<Void> consumer() {
        USER.set("consumer");
        AsyncGenerator<String> users = users();
        LOG.add(await(users.anext()));
        LOG.add(await(Asyncio.createTask(asked(users)))); // in the context of that task
        LOG.add(USER.get());
        return done();
    }

    @Async
    static Coroutine<String> asked(AsyncGenerator<String> users) {
        return users.anext().asCoroutine();
    }

    /** Statement 68; known of asyncio: what the body sets, it sets for whoever consumes it. */
    @Test
    void anAsyncGenerator_runsInTheContextOfWhoAsks() {
        assertThat(logOf(consumer())).containsExactly("consumer", "set by the generator", "consumer");
    }

    @Async
    static Coroutine<Void> consumerInOneTask() {
        AsyncGenerator<String> users = users();
        await(users.anext());
        await(users.anext());
        LOG.add(USER.get());
        return done();
    }

    /** Statement 68; probed on CPython 3.13. */
    @Test
    void anAsyncGenerator_setsForItsConsumer() {
        assertThat(logOf(consumerInOneTask())).containsExactly("set by the generator");
    }

    @Test
    void theGuide_showsThesePrograms() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/guide"))) {
            root = root.getParent();
        }
        String guide = Files.readString(root.resolve("docs/guide/contexts.md"));
        String source = packed(Files.readString(root.resolve(
                "processor/src/test/java/" + ContextsGuideTest.class.getName().replace('.', '/') + ".java")));
        Matcher program = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(guide);
        int programs = 0;
        for (; program.find(); programs++) {
            assertThat(source).contains(packed(program.group(1)));
        }
        assertThat(programs).isEqualTo(4);
    }

    private static String packed(String source) {
        return source.replaceAll("\\s", "");
    }
}
