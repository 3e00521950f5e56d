package dev.fermata.processor.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.Generator;
import dev.fermata.GeneratorExit;
import dev.fermata.Yields;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Generators that delegate to generators of their own class, whose bodies are entered without making those. */
final class RecursiveGeneratorsTest {
    private static final int MILLION = 1_000_000;

    @Yields
    private static Generator<Integer> nested(int depth, int elements) {
        if (depth > 0) {
            return Generator.end(Generator.<Integer>yieldFrom(nested(depth - 1, elements)) + 1);
        }
        for (int i = 0; i < elements; i++) {
            Generator.yield(i);
        }
        return Generator.end(0);
    }

    @Test
    void aMillionMayBeNested() throws Exception {
        Object seen = onASmallStack(() -> {
            Generator<Integer> outer = nested(MILLION, 3);
            List<Integer> elements = new ArrayList<>();
            outer.forEach(elements::add);
            return elements + " " + outer.returned();
        });

        assertThat(seen).isEqualTo("[0, 1, 2] 1000000");
    }

    @Yields
    private static Generator<Object> chosen(int depth) {
        Object got = depth == 0
                ? "bottom"
                : depth % 2 == 0 ? Generator.yieldFrom(chosen(depth - 1)) : Generator.yield(depth);
        return Generator.end(got == null ? Generator.yieldFrom(chosen(0)) : got);
    }

    @Test
    void whatIsChosenMayBeADelegation() {
        Generator<Object> generator = chosen(2);
        List<Object> elements = new ArrayList<>();
        generator.forEach(elements::add);

        assertThat(elements).containsExactly(1);
        assertThat(generator.returned()).isEqualTo("bottom");
    }

    /** Ten thousand million steps, if each element passed each generator: hours. */
    @Test
    void anElementCostsTheSameAtAnyDepth() throws Exception {
        Object sum = onASmallStack(() -> {
            long all = 0;
            for (int element : nested(100_000, 100_000)) {
                all += element;
            }
            return all;
        });

        assertThat(sum).isEqualTo(99_999L * 100_000 / 2);
    }

    @Test
    void aMillionAreClosedFromTheInnermostOn() throws Exception {
        Object open = onASmallStack(() -> {
            Generator<Integer> outer = nested(MILLION, 3);
            outer.next();
            outer.close();
            return outer.hasNext();
        });

        assertThat(open).isEqualTo(false);
    }

    @Yields
    private static Generator<Object> echoes(List<Object> log, String name, int depth) {
        try {
            if (depth > 0) {
                log.add(name + " got " + Generator.yieldFrom(echoes(log, name + depth, depth - 1)));
            } else {
                for (Object sent = Generator.yield(name); sent != null; sent = Generator.yield(sent)) {
                    log.add(sent);
                }
            }
        } catch (IllegalArgumentException thrown) {
            log.add(name + " caught " + thrown.getMessage());
            throw thrown;
        } catch (GeneratorExit exit) {
            log.add(name + " exits");
            throw exit;
        }
        return Generator.end(name);
    }

    @Test
    void whatIsSentGoesToTheInnermost() {
        List<Object> log = new ArrayList<>();
        Generator<Object> echo = echoes(log, "e", 2);

        assertThat(echo.next()).isEqualTo("e21");
        assertThat(echo.send("a")).isEqualTo("a");
        assertThat(echo.send("b")).isEqualTo("b");
        assertThat(echo.hasNext()).isFalse();
        assertThat(echo.returned()).isEqualTo("e");
        assertThat(log).containsExactly("a", "b", "e2 got e21", "e got e2");
    }

    @Test
    void whatIsRaisedPassesFromTheInnermostOn() {
        List<Object> log = new ArrayList<>();
        Generator<Object> echo = echoes(log, "e", 2);
        echo.next();

        assertThatThrownBy(() -> echo.raise(new IllegalArgumentException("broken")))
                .hasMessage("broken");
        assertThat(log).containsExactly("e21 caught broken", "e2 caught broken", "e caught broken");
        assertThat(echo.hasNext()).isFalse();
    }

    @Test
    void closingPassesFromTheInnermostOn() {
        List<Object> log = new ArrayList<>();
        Generator<Object> echo = echoes(log, "e", 2);
        echo.next();
        echo.close();

        assertThat(log).containsExactly("e21 exits", "e2 exits", "e exits");
    }

    @Yields
    private static Generator<Integer> straying(int depth, boolean resumed) {
        if (depth > 0) {
            try {
                Generator.yieldFrom(straying(depth - 1, resumed));
            } catch (NoSuchElementException notHere) {
                throw new AssertionError(notHere);
            }
        } else {
            if (resumed) {
                Generator.yield(1);
            }
            throw new NoSuchElementException("stray");
        }
        return Generator.end();
    }

    /** PEP 479, at each border between two generators. */
    @Test
    void aStrayEndIsConvertedWhereItLeavesTheInnermost() {
        Generator<Integer> atOnce = straying(1, false);
        Generator<Integer> resumed = straying(1, true);
        resumed.next();

        for (Generator<Integer> generator : List.of(atOnce, resumed)) {
            Throwable thrown = catchThrowable(generator::next);
            assertThat(thrown)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("generator raised NoSuchElementException")
                    .cause()
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("stray");
        }
    }

    @Yields
    private static Generator<Integer> counts(int end) {
        for (int i = 0; i < end; i++) {
            Generator.yield(i);
        }
        return Generator.end(end);
    }

    @Yields
    private static Generator<Integer> takes(Generator<Integer> inner, List<Object> log) {
        log.add(Generator.yieldFrom(inner));
        return Generator.end();
    }

    @Test
    void whatAGeneratorReturnsIsToldToBothSides() {
        List<Object> log = new ArrayList<>();
        Generator<Integer> inner = counts(2);
        takes(inner, log).forEach(log::add);

        assertThat(log).containsExactly(0, 1, 2);
        assertThat(inner.returned()).isEqualTo(2);
    }

    @Test
    void aGeneratorThatAnotherDelegatesTo_isNotUsable() {
        Generator<Integer> inner = counts(2);
        Generator<Integer> outer = takes(inner, new ArrayList<>());
        outer.next();

        assertThatThrownBy(inner::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another generator delegates to this one");
        assertThat(outer.next()).isEqualTo(1);
    }

    @Yields
    private static Generator<Integer> asks(List<Generator<Integer>> self) {
        Generator.yield(self.get(0).hasNext() ? 1 : 0);
        return Generator.end();
    }

    @Test
    void aGeneratorThatRuns_refusesToBeRun() {
        List<Generator<Integer>> self = new ArrayList<>();
        self.add(asks(self));

        assertThatThrownBy(self.get(0)::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("generator already executing");
    }

    @Yields
    private static Generator<Integer> nulls() {
        Generator.yield(null);
        Generator.yield(null);
        return Generator.end();
    }

    @Test
    void aNullIsAnElementThatCanBeHeld() {
        Generator<Integer> nulls = nulls();

        assertThat(nulls.hasNext()).isTrue();
        assertThat(nulls.hasNext()).isTrue();
        assertThat(nulls.next()).isNull();
        assertThat(nulls.next()).isNull();
        assertThat(nulls.hasNext()).isFalse();
    }

    private static Object onASmallStack(Callable<Object> body) throws Exception {
        FutureTask<Object> task = new FutureTask<>(body);
        new Thread(null, task, "small stack", 512 * 1024).start();
        return task.get();
    }
}
