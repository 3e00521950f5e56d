package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.AsyncContextManager;
import dev.fermata.asyncio.AsyncExitStack;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Runner;
import dev.fermata.asyncio.junit.AsyncTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The programs of docs/guide/context-managers.md, which are to be found here letter by letter, spaces aside. */
final class ContextManagersGuideTest {
    /** A pool of one connection, which tells what is done with it. */
    record Pool(String name, List<String> log) {
        @Async
        Coroutine<Connection> take() {
            await(Asyncio.sleep(Duration.ofMillis(1)));
            log.add(name + " taken");
            return result(new Connection(this));
        }

        @Async
        Coroutine<Void> give(Connection connection) {
            await(Asyncio.sleep(Duration.ofMillis(1)));
            log.add(connection.pool().name + " given back");
            return done();
        }
    }

    record Connection(Pool pool) {
        @Async
        Coroutine<Integer> update(String from, String to) throws SQLException {
            await(Asyncio.sleep(Duration.ofMillis(1)));
            if (from.equals(to)) {
                throw new SQLException("same name");
            }
            pool.log.add(pool.name + " updated");
            return result(1);
        }

        @Async
        Coroutine<Void> commit() throws SQLException {
            await(Asyncio.sleep(Duration.ofMillis(1)));
            if (pool.name.isEmpty()) {
                throw new SQLException("no name");
            }
            pool.log.add(pool.name + " committed");
            return done();
        }

        @Async
        Coroutine<Void> rollBack() {
            await(Asyncio.sleep(Duration.ofMillis(1)));
            pool.log.add(pool.name + " rolled back");
            return done();
        }
    }

    @Async
    static AsyncGenerator<Connection> transacting(Pool pool) throws SQLException {
        Connection connection = await(pool.take());
        try {
            AsyncGenerator.yield(connection); // the body runs here
            await(connection.commit());
        } catch (SQLException e) { // of the body, or of the commit
            await(connection.rollBack());
            throw e;
        } finally {
            await(pool.give(connection));
        }
        return AsyncGenerator.end();
    }

    static AsyncContextManager<Connection> transaction(Pool pool) {
        return AsyncContextManager.of(() -> transacting(pool));
    }

    @Async
    static Coroutine<Integer> rename(Pool pool, String from, String to) {
        return Asyncio.with(transaction(pool), connection -> connection.update(from, to));
    }

    static AsyncSupplier<Integer> cleaning(Pool pool) {
        return AsyncContextManager.around(() -> transaction(pool), connection -> connection.update("old", "new"));
    }

    record Measured(List<String> times) implements AsyncContextManager<Void> {
        @Async
        @Override
        public Coroutine<Void> enter() {
            times.add("begins");
            return done();
        }

        @Async
        @Override
        public Coroutine<Boolean> exit(Throwable thrown) {
            await(Asyncio.sleep(Duration.ofMillis(1)));
            times.add(thrown == null ? "ends" : "fails");
            return result(false); // true: thrown is swallowed
        }
    }

    @Async
    static Coroutine<Integer> renameEverywhere(List<Pool> pools) {
        return AsyncExitStack.run(stack -> {
            List<Connection> connections = new ArrayList<>();
            for (Pool pool : pools) {
                connections.add(await(stack.enter(transaction(pool))));
            }
            int rows = 0;
            for (Connection connection : connections) {
                rows += await(connection.update("old", "new"));
            }
            return result(rows); // all commit, the last one first; or all roll back
        });
    }

    @Async
    static Coroutine<AsyncExitStack> connectAll(List<Pool> pools) {
        return AsyncExitStack.run(stack -> {
            for (Pool pool : pools) {
                await(stack.enter(transaction(pool))); // if one fails, those before it are rolled back
            }
            return result(stack.popAll());
        });
    }

    private final List<String> log = new ArrayList<>();
    private final Pool a = new Pool("a", log);
    private final Pool b = new Pool("b", log);

    @AsyncTest
    void aTransaction_commits(Runner runner) {
        assertThat(runner.<Integer>run(() -> rename(a, "x", "y"))).isEqualTo(1);
        assertThat(log).containsExactly("a taken", "a updated", "a committed", "a given back");
    }

    @AsyncTest
    void aTransaction_rollsBackWhatFails(Runner runner) {
        assertThatThrownBy(() -> runner.run(() -> rename(a, "x", "x"))).isInstanceOf(SQLException.class);
        assertThat(log).containsExactly("a taken", "a rolled back", "a given back");
    }

    @AsyncTest
    void around_runsOften(Runner runner) {
        AsyncSupplier<Integer> cleaning = cleaning(a);
        runner.run(cleaning);
        runner.run(cleaning);
        assertThat(log).filteredOn("a committed"::equals).hasSize(2);
    }

    @AsyncTest
    void byHand(Runner runner) {
        runner.run(() -> Asyncio.with(new Measured(log), () -> done()));
        assertThatThrownBy(() -> runner.run(() -> Asyncio.with(new Measured(log), () -> {
                    throw new IOException("body");
                })))
                .hasMessage("body");
        assertThat(log).containsExactly("begins", "ends", "begins", "fails");
    }

    @AsyncTest
    void all_commitInTheMirroredOrder(Runner runner) {
        assertThat(runner.<Integer>run(() -> renameEverywhere(List.of(a, b)))).isEqualTo(2);
        assertThat(log).containsSubsequence("a taken", "b taken", "b committed", "a committed");
    }

    @AsyncTest
    void all_rollBack(Runner runner) {
        assertThatThrownBy(() -> runner.run(() -> renameEverywhere(List.of(a, new Pool("", log)))))
                .isInstanceOf(SQLException.class);
        assertThat(log).containsSubsequence("a taken", " taken", " rolled back", "a rolled back");
    }

    @AsyncTest
    void whatWasConnected_isKept(Runner runner) {
        AsyncExitStack kept = runner.run(() -> connectAll(List.of(a, b)));
        assertThat(log).containsExactly("a taken", "b taken");
        runner.run(kept::aclose);
        assertThat(log).endsWith("b committed", "b given back", "a committed", "a given back");
    }

    @Test
    void theGuide_showsThesePrograms() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/guide"))) {
            root = root.getParent();
        }
        String source = packed(Files.readString(root.resolve("processor/src/test/java/"
                + ContextManagersGuideTest.class.getName().replace('.', '/') + ".java")));
        Matcher program = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(root.resolve("docs/guide/context-managers.md")));
        int programs = 0;
        for (; program.find(); programs++) {
            assertThat(source).contains(packed(program.group(1)));
        }
        assertThat(programs).isEqualTo(6);
    }

    private static String packed(String source) {
        return source.replaceAll("\\s", "");
    }
}
