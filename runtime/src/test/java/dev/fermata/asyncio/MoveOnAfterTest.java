package dev.fermata.asyncio;

import static dev.fermata.asyncio.Steps.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.CancelledError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Section 3 of the asyncio semantics: a limit that is no error. */
final class MoveOnAfterTest extends LoopTestCase {
    private static final Duration SHORT = Duration.ofMillis(10);

    private Steps sleeping() {
        return steps().awaits(() -> Asyncio.sleep(Duration.ofSeconds(1)));
    }

    @Test
    void outOfTime_isTrue() {
        assertThat(loop.runUntilComplete(Asyncio.moveOnAfter(SHORT, this::sleeping)))
                .isTrue();
        assertThat(clock.parked()).containsExactly(SHORT.toNanos());
    }

    @Test
    void inTime_isFalse() {
        assertThat(loop.runUntilComplete(Asyncio.moveOnAfter(SHORT, () -> steps().turn())))
                .isFalse();
        assertThat(loop.runUntilComplete(Asyncio.moveOnAfter(null, this::sleeping)))
                .isFalse();
    }

    @Test
    void outOfTime_givesTheOtherValue() {
        assertThat(loop.runUntilComplete(Asyncio.moveOnAfter(SHORT, "other", this::sleeping)))
                .isEqualTo("other");
    }

    @Test
    void inTime_givesTheBodysValue() {
        assertThat(loop.runUntilComplete(Asyncio.moveOnAfter(SHORT, "other", () -> steps().returns("own"))))
                .isEqualTo("own");
    }

    @Test
    void aFailure_isThrown() {
        RuntimeException thrown = new RuntimeException();
        assertThatThrownBy(
                        () -> loop.runUntilComplete(Asyncio.moveOnAfter(SHORT, "other", () -> steps().fails(thrown))))
                .isSameAs(thrown);
    }

    @Test
    void aCancelByOthers_isThrown() {
        Task<Boolean> task = loop.createTask(Asyncio.moveOnAfter(SHORT, this::sleeping));
        turn();
        clock.advance(SHORT);
        task.cancel("outside");
        turns(2);
        assertThatThrownBy(task::result).isInstanceOf(CancelledError.class).hasMessage("outside");
    }
}
