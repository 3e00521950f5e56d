package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.transform.analysis.FunctionKind;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FrameSizeTest {
    @ParameterizedTest
    @EnumSource(FunctionKind.class)
    void inherited_isWhatTheRuntimeDeclares(FunctionKind kind) throws Exception {
        int bytes = 0;
        for (Class<?> type = Class.forName(kind.base().replace('/', '.')); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                bytes += Modifier.isStatic(field.getModifiers()) ? 0 : bytes(field.getType());
            }
        }

        assertThat(FrameSize.inherited(kind)).isEqualTo(bytes);
    }

    private static int bytes(Class<?> type) {
        if (type == boolean.class) {
            return 1;
        }
        return type == long.class || type == double.class ? 8 : 4;
    }

    @Test
    void size_isRoundedUpToEight() {
        assertThat(FrameSize.of(FunctionKind.COROUTINE, List.of())).isEqualTo(24);
        assertThat(FrameSize.of(FunctionKind.COROUTINE, List.of("I"))).isEqualTo(24);
        assertThat(FrameSize.of(FunctionKind.COROUTINE, List.of("I", "Z"))).isEqualTo(32);
        assertThat(FrameSize.of(FunctionKind.COROUTINE, List.of("J", "D", "La/B;", "[J")))
                .isEqualTo(48);
    }
}
