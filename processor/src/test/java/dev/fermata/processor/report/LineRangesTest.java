package dev.fermata.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LineRangesTest {
    @Test
    void lines_withoutCodeBetween_areARange() {
        assertThat(LineRanges.of(List.of(4, 6, 9), List.of(4, 6, 7, 9))).isEqualTo("4\u20136, 9");
    }

    @Test
    void lines_none_areEmpty() {
        assertThat(LineRanges.of(List.of(), List.of(1))).isEmpty();
    }

    @Test
    void descriptors_nameTypesSimply() {
        assertThat(Descriptors.simpleParameters("(Ljava/util/Map$Entry;I[[JLa/B;)V"))
                .isEqualTo("(Entry,int,long[][],B)");
        assertThat(Descriptors.simpleParameters("()V")).isEqualTo("()");
    }
}
