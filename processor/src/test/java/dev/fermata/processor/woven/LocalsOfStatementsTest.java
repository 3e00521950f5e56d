package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.Coroutine;
import dev.fermata.inspect.Inspect;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The locals of what suspends within the statements and expressions of the language. */
final class LocalsOfStatementsTest {
    private static final int MANY = 300;

    private final String field = "field";

    /** Sends it null, and notes its locals after each, until it has ended. */
    private static List<Map<String, Object>> localsOf(Coroutine<?> coroutine) {
        List<Map<String, Object>> locals = new ArrayList<>();
        while (coroutine.send(null) instanceof Coroutine.Step.Suspended<?>) {
            locals.add(Inspect.locals(coroutine));
        }
        return locals;
    }

    @Async
    private static Coroutine<Object> primitives(boolean z, byte b, char c, short s, float f, long j, double d) {
        boolean not = !z;
        char next = (char) (c + 1);
        byte low = (byte) -b;
        short half = (short) -s;
        float third = f / 2;
        long fourth = -j;
        double fifth = -d;
        suspend(1);
        Object[] all = {z, b, c, s, f, j, d, not, next, low, half, third, fourth, fifth};
        return result(List.of(all));
    }

    @Test
    void primitives_haveTheirOwnTypes_asArgumentsAndAsLocals() {
        Coroutine<Object> coroutine = primitives(true, (byte) 1, 'c', (short) 2, 3f, 1L << 40, Math.PI);

        assertThat(Inspect.locals(coroutine))
                .containsExactly(
                        entry("z", true),
                        entry("b", (byte) 1),
                        entry("c", 'c'),
                        entry("s", (short) 2),
                        entry("f", 3f),
                        entry("j", 1L << 40),
                        entry("d", Math.PI));
        coroutine.send(null);
        assertThat(Inspect.locals(coroutine))
                .containsExactly(
                        entry("z", true),
                        entry("b", (byte) 1),
                        entry("c", 'c'),
                        entry("s", (short) 2),
                        entry("f", 3f),
                        entry("j", 1L << 40),
                        entry("d", Math.PI),
                        entry("not", false),
                        entry("next", 'd'),
                        entry("low", (byte) -1),
                        entry("half", (short) -2),
                        entry("third", 1.5f),
                        entry("fourth", -(1L << 40)),
                        entry("fifth", -Math.PI));
    }

    @Async
    private static Coroutine<Integer> reusing(boolean first) {
        int sum = 0;
        if (first) {
            String text = "text";
            suspend(1);
            sum += text.length();
        } else {
            long number = 5;
            suspend(2);
            sum += (int) number;
        }
        {
            List<Integer> block = List.of(sum);
            suspend(3);
            sum += block.get(0);
        }
        return result(sum);
    }

    @Test
    void aSlotOfSeveralVariables_isTheOneInScope() {
        assertThat(localsOf(reusing(true)))
                .containsExactly(Map.of("sum", 0, "text", "text"), Map.of("sum", 4, "block", List.of(4)));
        assertThat(localsOf(reusing(false)).get(0)).isEqualTo(Map.of("sum", 0, "number", 5L));
    }

    @Async
    private static Coroutine<Integer> looping(List<String> words) {
        int sum = 0;
        for (int i = 0; i < 2; i++) {
            for (String word : words) {
                suspend(i);
                sum += word.length() + i;
            }
        }
        return result(sum);
    }

    @Test
    void loops_haveTheirVariables_andNotTheCompilersIterator() {
        List<String> words = List.of("a", "bc");

        assertThat(localsOf(looping(words)))
                .containsExactly(
                        Map.of("words", words, "sum", 0, "i", 0, "word", "a"),
                        Map.of("words", words, "sum", 1, "i", 0, "word", "bc"),
                        Map.of("words", words, "sum", 3, "i", 1, "word", "a"),
                        Map.of("words", words, "sum", 5, "i", 1, "word", "bc"));
    }

    @Async
    private static Coroutine<Object> matching(Object given) {
        if (given instanceof String text && text.length() > 1) {
            suspend(text);
            return result(text + given);
        }
        if (!(given instanceof Integer number)) {
            return result(null);
        }
        int twice = switch (number) {
            case 1 -> {
                int one = number + 1;
                suspend(one);
                yield one;
            }
            default -> number * 2;
        };
        suspend(number);
        return result(number + twice);
    }

    @Test
    void patternsAndSwitches_haveTheirVariables() {
        assertThat(localsOf(matching("xy"))).containsExactly(Map.of("given", "xy", "text", "xy"));
        assertThat(localsOf(matching(1)))
                .containsExactly(Map.of("number", 1, "one", 2), Map.of("number", 1, "twice", 2));
    }

    @Async
    private static Coroutine<Integer> trying(Closeable opened) throws IOException {
        int tries = 0;
        try (Closeable resource = opened) {
            tries++;
            suspend(resource);
            throw new IOException("thrown");
        } catch (IOException caught) {
            String message = caught.getMessage();
            suspend("catch");
            tries += message.length();
        } finally {
            int last = tries + 1;
            suspend("finally");
            tries += last;
        }
        return result(tries);
    }

    @Test
    void tries_haveResourcesAndWhatIsCaught_inEachCopyOfTheFinallyBlock() throws IOException {
        Closeable opened = () -> {};

        assertThat(localsOf(trying(opened)))
                .containsExactly(
                        Map.of("tries", 1, "resource", opened),
                        Map.of("tries", 1, "message", "thrown"),
                        Map.of("tries", 7, "last", 8));

        Coroutine<Integer> failing = trying(opened);
        failing.send(null);
        failing.raise(new IllegalStateException());
        assertThat(Inspect.locals(failing)).isEqualTo(Map.of("tries", 1, "last", 2));
    }

    @Async
    private static Coroutine<String> nothing(String text, boolean also) {
        String none = null;
        String later = also ? "also" : null;
        suspend(1);
        return result(text + none + later);
    }

    @Test
    void nulls_areThere_knownOrNot() {
        Coroutine<String> coroutine = nothing(null, false);

        assertThat(Inspect.locals(coroutine)).containsExactly(entry("text", null), entry("also", false));
        coroutine.send(null);
        assertThat(Inspect.locals(coroutine))
                .containsExactly(entry("text", null), entry("none", null), entry("later", null));
    }

    @Test
    void lambdas_haveWhatTheyCapture() throws Exception {
        String captured = "captured";
        AsyncSupplier<String> lambda = () -> {
            int own = captured.length();
            suspend(own);
            return result(captured + own + field);
        };
        Coroutine<String> coroutine = lambda.get();

        assertThat(Inspect.locals(coroutine)).containsExactly(entry("captured", captured));
        coroutine.send(null);
        assertThat(Inspect.locals(coroutine)).containsExactly(entry("captured", captured), entry("own", 8));
    }

    @Async
    private static Coroutine<Long> wide(long l0, long l1, long l2) {
        long sum = 0;
        for (int i = 0; i < MANY; i++) {
            double half = i / 2.0;
            suspend(i);
            sum += (long) half + l0 + l1 + l2;
        }
        return result(sum);
    }

    @Test
    void wideVariables_takeTwoSlotsAndOneName() {
        Coroutine<Long> wide = wide(1, 2, 3);
        for (int i = 0; i < MANY; i++) {
            wide.send(null);
        }

        assertThat(Inspect.locals(wide))
                .containsExactly(
                        entry("l0", 1L),
                        entry("l1", 2L),
                        entry("l2", 3L),
                        entry("sum", 299L * 6 + 149 * 149 + 150 - 150),
                        entry("i", 299),
                        entry("half", 149.5));
    }
}
