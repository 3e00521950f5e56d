package dev.fermata.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MarkupTest {
    @Test
    void text_isEscaped() {
        assertThat(Markup.text("<a b=\"c\" d='e'>&</a>"))
                .isEqualTo("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;&lt;/a&gt;");
    }

    @Test
    void text_replacesWhatXmlDoesNotHave() {
        assertThat(Markup.text("a\u0000b\ud800c\uffffd\ud83d\ude00")).isEqualTo("a\ufffdb\ufffdc\ufffdd\ud83d\ude00");
    }

    @Test
    void number_hasOneDigitOrNone() {
        assertThat(Markup.number(12)).isEqualTo("12");
        assertThat(Markup.number(12.34)).isEqualTo("12.3");
        assertThat(Markup.number(-0.26)).isEqualTo("-0.3");
    }

    @Test
    void cut_cutsNoCharacterInTwo() {
        assertThat(Markup.cut("ab\ud83d\ude00cd", 4)).isEqualTo("ab\ud83d\ude00\u2026");
        assertThat(Markup.cut("abcd", 4)).isEqualTo("abcd");
    }
}
