package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Coroutine;
import dev.fermata.ExceptionGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Section 4, #7: eager tasks in groups; CPython: test_taskgroups.TestEagerTaskTaskGroup. */
final class TaskGroupEagerTest extends LoopTestCase {
    private static final TaskOptions EAGER = TaskOptions.defaults().eager();

    private final RuntimeException thrown = new RuntimeException("thrown");
    private TaskGroup group;

    private Coroutine<Object> grouped(Steps body) {
        return TaskGroup.run(own -> {
            group = own;
            return body;
        });
    }

    private Steps eagerly(Steps child) {
        return steps().run(() -> group.createTask(child, EAGER)).run(() -> log.add("created"));
    }

    /** Statement 119; CPython: python/cpython#128588. */
    @Test
    void oneThatEndsAtOnce_isDone_andTheGroupEnds() {
        loop.runUntilComplete(grouped(eagerly(steps().run(() -> log.add("ran")))));
        assertThat(log).containsExactly("ran", "created");
    }

    /** Statement 119. */
    @Test
    void oneThatSuspends_isWaitedFor() {
        loop.runUntilComplete(grouped(eagerly(steps().turn().turn().run(() -> log.add("ended")))));
        assertThat(log).containsExactly("created", "ended");
    }

    /** Statement 120; CPython: python/cpython#128550. */
    @Test
    void oneThatFailsAtOnce_doesNotCancelTheBodyWithinCreateTask() {
        assertThatThrownBy(() -> loop.runUntilComplete(grouped(eagerly(steps().fails(thrown)))))
                .isInstanceOfSatisfying(
                        ExceptionGroup.class, it -> assertThat(it.exceptions()).containsExactly(thrown));
        assertThat(log).containsExactly("created");
    }

    /** Statement 127; CPython: python/cpython#155418. */
    @Test
    void oneThatCancelsItsGroupAtOnce_isCancelledItself() {
        Steps child = steps().run(() -> group.cancel()).awaits(() -> promise()).run(() -> log.add("not reached"));
        Task<Object> host = loop.createTask(grouped(eagerly(child)));
        assertThat(loop.runUntilComplete(host)).isNull();
        assertThat(host.cancelling()).isZero();
        assertThat(log).containsExactly("created");
    }

    /** Statement 126. */
    @Test
    void oneThatAddsAnotherAtOnce_isFollowedByThat() {
        loop.runUntilComplete(grouped(eagerly(steps().run(
                        () -> group.createTask(steps().turn().run(() -> log.add("second")), EAGER)))));
        assertThat(log).containsExactly("created", "second");
    }

    /** Statement 67: one that is refused is not waited for. */
    @Test
    void oneWhoseContextIsEntered_isRefused_andNotWaitedFor() {
        Context context = Context.copy();
        TaskOptions options = EAGER.withContext(context);
        Steps refused = steps();
        Runnable creating = () -> assertThatThrownBy(() -> group.createTask(refused, options))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already entered");
        Task<Object> host = loop.createTask(
                grouped(steps().run(() -> context.run(() -> Context.empty().run(creating)))));
        turns(5);
        assertThat(host.isDone()).isTrue();
        assertThat(refused).hasToString("coroutine Steps.steps, closed");
    }

    @Test
    void options_giveNameAndContext() {
        ContextVar<String> variable = ContextVar.of("variable");
        Context context = Context.copy();
        loop.runUntilComplete(grouped(steps().then(it -> group.createTask(
                        steps().run(() -> variable.set("set")),
                        TaskOptions.defaults().withContext(context).withName("yolo")))
                .then(task -> log.add(((Task<?>) task).name()))));
        assertThat(log).isEqualTo(List.of("yolo"));
        assertThat(context.get(variable)).isEqualTo("set");
    }
}
