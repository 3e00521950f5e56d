package dev.fermata.asyncio.micrometer;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.EventLoop;
import dev.fermata.asyncio.RunOptions;
import dev.fermata.asyncio.Steps;
import dev.fermata.asyncio.TaskOptions;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the real context-propagation. */
final class ThreadLocalPropagationTest {
    private final ContextRegistry registry = new ContextRegistry();
    private final ThreadLocal<String> local = new ThreadLocal<>();
    private final List<Object> log = new ArrayList<>();

    @AfterEach
    void theThreadHasItsOwnValueAgain() {
        assertThat(local.get()).isNull();
    }

    private void run(Steps main) {
        Asyncio.run(
                main,
                RunOptions.defaults().withLoop(() -> ThreadLocalPropagation.follow(EventLoop.create(), registry)));
    }

    @Test
    void a_registered_thread_local_follows_its_task() {
        registry.registerThreadLocalAccessor("user", local);

        run(steps().run(() -> local.set("main"))
                .run(() -> Asyncio.createTask(steps().run(this::note)
                        .run(() -> local.set("child"))
                        .turn()
                        .run(this::note)))
                .turn()
                .run(this::note)
                .turn()
                .run(this::note));

        assertThat(log).containsExactly("main", "main", "child", "main");
    }

    @Test
    void what_a_task_has_not_set_is_unset_in_its_steps() {
        registry.registerThreadLocalAccessor("user", local);

        run(steps().run(() -> Asyncio.createTask(
                        steps().run(() -> local.set("child")).turn().turn()))
                .turn()
                .run(this::note));

        assertThat(log).containsExactly((Object) null);
    }

    /** As those of observations, which are scopes that have to be closed in the order in which they were opened. */
    @Test
    void calls_of_an_accessor_are_nested() {
        registry.registerThreadLocalAccessor(new Scopes());
        run(steps().run(() -> local.set("main"))
                .run(() -> Asyncio.createTask(
                        steps().turn().run(this::note), TaskOptions.defaults().eager()))
                .turn()
                .turn());

        assertThat(log).contains("main").doesNotContain("not nested");
    }

    @Test
    void a_thread_local_that_is_not_registered_stays_with_the_thread() {
        run(steps().run(() -> local.set("main"))
                .run(() -> Asyncio.createTask(steps().run(() -> local.set("child"))))
                .turn()
                .run(this::note)
                .run(local::remove));

        assertThat(log).containsExactly("child");
    }

    private void note() {
        log.add(local.get());
    }

    /** Notes the previous value of each that is set, and complains if another one is restored. */
    private final class Scopes implements ThreadLocalAccessor<String> {
        private final List<String> open = new ArrayList<>();

        @Override
        public Object key() {
            return "scopes";
        }

        @Override
        public String getValue() {
            return local.get();
        }

        @Override
        public void setValue(String value) {
            open.add(String.valueOf(local.get()));
            local.set(value);
        }

        @Override
        public void setValue() {
            open.add(String.valueOf(local.get()));
            local.remove();
        }

        @Override
        public void restore(String previous) {
            close(previous);
            local.set(previous);
        }

        @Override
        public void restore() {
            close("null");
            local.remove();
        }

        private void close(String previous) {
            if (open.isEmpty() || !open.remove(open.size() - 1).equals(previous)) {
                log.add("not nested");
            }
        }
    }
}
