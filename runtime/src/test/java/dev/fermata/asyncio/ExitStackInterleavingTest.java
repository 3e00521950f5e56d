package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Exit stacks and managers, with a cancel at every await. Statement 64. */
final class ExitStackInterleavingTest {
    private final List<String> entered = new ArrayList<>();
    private final List<String> exited = new ArrayList<>();

    /** Suspends in its entry and, before it notes that, in its exit, which a cancel may end early. */
    private final class Noted implements AsyncContextManager<String> {
        private final String name;

        Noted(String name) {
            this.name = name;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Coroutine<String> enter() {
            return (Coroutine<String>)
                    (Coroutine<?>) steps().turn().run(() -> entered.add(name)).returns(name);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Coroutine<Boolean> exit(@Nullable Throwable thrown) {
            return (Coroutine<Boolean>) (Coroutine<?>)
                    steps().turn().turn().lastly(() -> exited.add(name)).returns(false);
        }
    }

    private void noted() {
        entered.clear();
        exited.clear();
    }

    private void assertMirrored() {
        List<String> mirrored = new ArrayList<>(entered);
        Collections.reverse(mirrored);
        assertThat(exited).isEqualTo(mirrored);
    }

    @Test
    void whatWasEnteredInAStack_isExitedOnce_whereverItIsCancelled() {
        int runs = Interleavings.inOrder(2).all(run -> {
            noted();
            Task<Object> task =
                    run.startVictim(AsyncExitStack.run(stack -> steps().awaits(() -> stack.enter(new Noted("a")))
                            .awaits(() -> stack.enter(new Noted("b")))
                            .turn()
                            .awaits(() -> stack.enter(new Noted("c")))
                            .turn()));
            run.runUntilQuiet();
            assertThat(task.isDone()).isTrue();
            assertMirrored();
            assertThat(exited.size() == 3 || task.isCancelled()).isTrue();
            run.assertNothingLeft();
        });
        assertThat(runs).isGreaterThan(50);
    }

    @Test
    void whatWasEnteredByNestedManagers_isExitedOnce_whereverItIsCancelled() {
        int runs = Interleavings.inOrder(2).all(run -> {
            noted();
            Task<Object> task = run.startVictim(Asyncio.with(
                    new Noted("a"),
                    a -> Asyncio.with(new Noted("b"), b -> Asyncio.with(new Noted("c"), c -> steps().turn()))));
            run.runUntilQuiet();
            assertThat(task.isDone()).isTrue();
            assertMirrored();
            run.assertNothingLeft();
        });
        assertThat(runs).isGreaterThan(40);
    }
}
