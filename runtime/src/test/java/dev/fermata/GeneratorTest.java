package dev.fermata;

import static dev.fermata.ScriptedGenerator.generator;
import static dev.fermata.ScriptedGenerator.yielding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** A generator as an iterator. */
final class GeneratorTest {
    private final List<Object> log = new ArrayList<>();

    /** Statement 42. */
    @Test
    void makingAGeneratorRunsNoneOfItsBody() {
        yielding(log, List.of("a"));

        assertThat(log).isEmpty();
    }

    @Test
    void itCanBeRunThroughInALoop() {
        List<String> elements = new ArrayList<>();

        for (String element : yielding(log, List.of("a", "b", "c"))) {
            elements.add(element);
        }

        assertThat(elements).containsExactly("a", "b", "c");
    }

    @Test
    void itIsItsOwnIterator() {
        Generator<String> own = yielding(log, List.of("a"));

        assertThat(own.iterator()).isSameAs(own);
    }

    @Test
    void theBodyRunsOnlyAsFarAsElementsAreAskedFor() {
        Generator<String> lazy = yielding(log, List.of("a", "b"));

        lazy.next();

        assertThat(log).isEmpty();
        assertThat(lazy.next()).isEqualTo("b");
        assertThat(log).containsExactly("null");
    }

    @Test
    void hasNextRunsToTheNextYieldAndHoldsTheElement() {
        Generator<String> held = yielding(log, List.of("a", "b"));

        assertThat(held.hasNext()).isTrue();
        assertThat(held.hasNext()).isTrue();
        assertThat(held.next()).isEqualTo("a");
        assertThat(held.next()).isEqualTo("b");
        assertThat(held.hasNext()).isFalse();
    }

    @Test
    void hasNextIsFalseOnceItIsFalse() {
        Generator<String> empty = yielding(log, List.of());

        assertThat(empty.hasNext()).isFalse();
        assertThat(empty.hasNext()).isFalse();
        assertThat(log).containsExactly("end");
    }

    /** Statement 43. */
    @Test
    void nextOfAnExhaustedOneThrows() {
        Generator<String> exhausted = yielding(log, List.of());

        assertThatThrownBy(exhausted::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("the generator is exhausted");
        assertThatThrownBy(exhausted::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void nullIsAnElement() {
        Generator<String> nulls = yielding(log, Arrays.asList(null, "b", null));

        assertThat(nulls.hasNext()).isTrue();
        assertThat(nulls.next()).isNull();
        assertThat(nulls.next()).isEqualTo("b");
        assertThat(nulls.hasNext()).isTrue();
        assertThat(nulls.next()).isNull();
        assertThat(nulls.hasNext()).isFalse();
    }

    /** Statement 43; CPython: test_generators.test_return_tuple. */
    @Test
    void whatTheBodyReturnedIsThereOnceItEnded() {
        Generator<String> ending = yielding(log, List.of("a"));

        ending.next();
        assertThat(ending.returned()).isNull();
        ending.hasNext();

        assertThat(ending.returned()).isEqualTo("end");
    }

    @Test
    void endIsAGeneratorWithoutElements() {
        Generator<String> end = Generator.end("value");

        assertThat(end.hasNext()).isFalse();
        assertThat(end.returned()).isEqualTo("value");
        assertThat(Generator.end().hasNext()).isFalse();
    }

    @Test
    void whatTheBodyThrowsTheConsumerGetsUnwrapped() {
        IOException failure = new IOException("broken");
        Generator<String> failing = generator((machine, state, self) -> {
            throw failure;
        });

        assertThat(catchThrowable(failing::hasNext)).isSameAs(failure);
    }

    @Test
    void oneThatFailedIsExhausted() {
        Generator<String> failed = generator((machine, state, self) -> {
            throw new IOException("broken");
        });
        catchThrowable(failed::next);

        assertThat(failed.hasNext()).isFalse();
        assertThatThrownBy(failed::next).isInstanceOf(NoSuchElementException.class);
    }

    /** Statement 44; CPython: test_generators.test_stopiteration_error. */
    @Test
    void aNoSuchElementExceptionThatLeavesTheBodyDoesNotReadAsItsEnd() {
        NoSuchElementException stray = new NoSuchElementException("of an inner iterator");
        Generator<String> straying = generator((machine, state, self) -> {
            throw stray;
        });

        assertThatThrownBy(straying::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("generator raised NoSuchElementException")
                .hasCause(stray);
    }

    @Test
    void itCannotAdvanceItselfWhileItRuns() {
        Generator<Object> own = generator((machine, state, self) -> ((Generator<?>) self).hasNext());

        assertThatThrownBy(own::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("generator already executing");
    }

    @Test
    void oneMayConsumeAnother() {
        Generator<String> inner = yielding(log, List.of("a", "b"));
        Generator<String> outer = generator((machine, state, self) -> {
            if (state > 0) {
                machine.resumed();
            }
            if (!inner.hasNext()) {
                return null;
            }
            machine.yield(inner.next() + "!");
            return machine.suspend(self, 1);
        });

        assertThat(outer.iterator()).toIterable().containsExactly("a!", "b!");
    }

    @Test
    void itNamesItselfAGenerator() {
        assertThat(yielding(log, List.of()).toString()).startsWith("generator ").endsWith(", created");
    }
}
