package dev.fermata.processor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTextTest {
    @Test
    void strings_areEscaped() {
        assertThat(JsonText.compact("a\"b\\c\n\r\t\u0001</script>é\u2028"))
                .isEqualTo("\"a\\\"b\\\\c\\n\\r\\t\\u0001</script>é\\u2028\"\n");
    }

    @Test
    void strings_keepCharactersOfTwoHalves_andEscapeAHalf() {
        assertThat(JsonText.compact("\ud83d\ude00 \ud83d \ude00")).isEqualTo("\"\ud83d\ude00 \\ud83d \\ude00\"\n");
    }

    @Test
    void values_areIndented_exceptPlainLists() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", List.of(1, 2));
        map.put("b", List.of(Map.of(), List.of(List.of(3, 4))));
        map.put("c", null);
        map.put("d", true);

        assertThat(JsonText.of(map)).isEqualTo("""
                        {
                          "a": [1, 2],
                          "b": [
                            {},
                            [[3, 4]]
                          ],
                          "c": null,
                          "d": true
                        }
                        """);
        assertThat(JsonText.compact(map)).isEqualTo("{\"a\":[1,2],\"b\":[{},[[3,4]]],\"c\":null,\"d\":true}\n");
    }

    @Test
    void values_ofOtherTypes_areRefused() {
        assertThatThrownBy(() -> JsonText.of(1.5)).hasMessageContaining("no JSON");
    }
}
