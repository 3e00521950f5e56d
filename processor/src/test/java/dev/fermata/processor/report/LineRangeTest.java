package dev.fermata.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LineRangeTest {
    @Test
    void lines_withoutCodeBetween_areARange() {
        assertThat(LineRange.text(List.of(4, 6, 9), List.of(4, 6, 7, 9))).isEqualTo("4\u20136, 9");
    }

    @Test
    void lines_thatHaveNoCode_areRangesOfTheirOwn() {
        assertThat(LineRange.of(List.of(1, 2, 8), List.of(2, 3)))
                .containsExactly(new LineRange(1, 1), new LineRange(2, 2), new LineRange(8, 8));
    }

    @Test
    void lines_none_areEmpty() {
        assertThat(LineRange.text(List.of(), List.of(1))).isEmpty();
    }

    @Test
    void descriptors_nameTypesSimply() {
        assertThat(Descriptors.simpleParameters("(Ljava/util/Map$Entry;I[[JLa/B;)V"))
                .isEqualTo("(Entry,int,long[][],B)");
        assertThat(Descriptors.simpleParameters("()V")).isEqualTo("()");
    }
}
