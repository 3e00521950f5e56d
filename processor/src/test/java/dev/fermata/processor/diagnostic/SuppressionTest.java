package dev.fermata.processor.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SuppressionTest {
    @Test
    void optionalChecks_areSilencedByTheirIdAndByTheNamesForAll() {
        assertThat(Suppression.covers(DiagnosticId.NULL_COROUTINE, List.of("x", "NullCoroutine")))
                .isTrue();
        assertThat(Suppression.covers(DiagnosticId.NULL_COROUTINE, List.of("fermata")))
                .isTrue();
        assertThat(Suppression.covers(DiagnosticId.NULL_COROUTINE, List.of("all")))
                .isTrue();
        assertThat(Suppression.covers(DiagnosticId.NULL_COROUTINE, List.of("nullcoroutine", "AwaitOutsideAsync")))
                .isFalse();
        assertThat(Suppression.covers(DiagnosticId.NULL_COROUTINE, List.of())).isFalse();
    }

    @Test
    void nothingElseIs() {
        assertThat(Suppression.covers(DiagnosticId.AWAIT_OUTSIDE_ASYNC, List.of("AwaitOutsideAsync", "fermata", "all")))
                .isFalse();
        assertThat(Suppression.covers(DiagnosticId.NOT_TRANSFORMED, List.of("NotTransformed", "all")))
                .isFalse();
    }
}
