package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Delays and times that no timer could keep. */
final class LoopTimeTest {
    private static final long FAR = Long.MAX_VALUE / 2;

    /** Statement 70; CPython: test_base_events.BaseEventLoopTests.test_call_later_negative_delays. */
    @Test
    void aNegativeDelay_isNone() {
        assertThat(LoopTime.nanos(Duration.ofNanos(-1))).isZero();
        assertThat(LoopTime.nanos(Duration.ofSeconds(Long.MIN_VALUE))).isZero();
    }

    @Test
    void aDelayOfMoreThan146Years_isThat() {
        assertThat(LoopTime.nanos(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)))
                .isEqualTo(FAR);
        assertThat(LoopTime.nanos(Duration.ofNanos(FAR))).isEqualTo(FAR);
        assertThat(LoopTime.nanos(Duration.ofNanos(FAR - 1))).isEqualTo(FAR - 1);
    }

    @Test
    void aTimeWithinReach_isItself() {
        assertThat(LoopTime.withinReach(5, 3)).isEqualTo(5);
        assertThat(LoopTime.withinReach(-5, 3)).isEqualTo(-5);
        assertThat(LoopTime.withinReach(FAR + 3, 3)).isEqualTo(FAR + 3);
        long late = Long.MAX_VALUE - 10;
        assertThat(LoopTime.withinReach(late + 100, late)).as("behind the wrap").isEqualTo(late + 100);
    }

    @Test
    void aTimeOutOfReach_isAsFarAsPossible() {
        assertThat(LoopTime.withinReach(Long.MAX_VALUE, 3)).isEqualTo(FAR + 3);
        assertThat(LoopTime.withinReach(Long.MIN_VALUE + 4, 3)).isEqualTo(3 - FAR);
        assertThat(LoopTime.withinReach(3 - FAR - 1, 3)).isEqualTo(3 - FAR);
    }

    /** Like System.nanoTime() itself: the sign of the difference tells, wherever the clock stands. */
    @Test
    void whatIsBehindTheWrap_liesAhead() {
        long late = Long.MAX_VALUE - 10;
        assertThat(LoopTime.withinReach(Long.MIN_VALUE, late)).isEqualTo(Long.MIN_VALUE);
        assertThat(LoopTime.withinReach(Long.MAX_VALUE, Long.MIN_VALUE)).isEqualTo(Long.MAX_VALUE);
    }
}
