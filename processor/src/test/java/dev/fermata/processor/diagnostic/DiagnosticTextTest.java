package dev.fermata.processor.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DiagnosticTextTest {
    @Test
    void text_hasTwoLines() {
        assertThat(DiagnosticText.of(
                        DiagnosticId.YIELD_IN_SCOPE, Line.of("%s is wrong; why", "x"), Line.of("Write %s.", "y")))
                .isEqualTo("[YieldInScope] x is wrong; why\nWrite y.");
    }

    @Test
    void names_mayHoldAnything_andStayOnOneLine() {
        assertThat(DiagnosticText.of(DiagnosticId.YIELD_IN_SCOPE, Line.of("'%s'", " a\n\t  %s b$1"), Line.of("Cure.")))
                .isEqualTo("[YieldInScope] 'a %s b$1'\nCure.");
    }

    @Test
    void longNames_areCut_theLongestFirst() {
        String text = DiagnosticText.of(
                DiagnosticId.YIELD_IN_SCOPE,
                Line.of("'%s' and '%s'", "short", "l".repeat(300)).then(" and %s", "m".repeat(300)),
                Line.of("Write %s.", "n".repeat(300)));

        assertThat(text.lines()).hasSize(2);
        assertThat(text.lines().toList().get(0))
                .hasSize(140)
                .contains("'short'")
                .contains("l..'");
        // Javac will add two blanks.
        assertThat(text.lines().toList().get(1)).hasSize(138).endsWith("n...");
    }

    @Test
    void wordsAreNeverCut() {
        assertThat(Line.of("w".repeat(150) + "%s", "abcdef").fit(140)).isEqualTo("w".repeat(150) + "abcdef");
    }

    @Test
    void lists_goOnOverLines() {
        String text = DiagnosticText.listing(
                DiagnosticId.UNKNOWN_OPTION,
                Line.of("What"),
                "One of:",
                java.util.Collections.nCopies(20, "aaaaaaaaaaaaaaaaaaaa"));

        assertThat(text.lines()).hasSize(5).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(138));
        assertThat(text).endsWith("aaa.");
        assertThat(DiagnosticText.listing(DiagnosticId.UNKNOWN_OPTION, Line.of("What"), "One of:", List.of("a", "b")))
                .isEqualTo("[UnknownOption] What\nOne of: a, b.");
    }
}
