package dev.fermata.processor.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** A generator that delegates to another one, driven by all that a consumer may do: in the place of both stands one chain. */
final class DrivenDelegationTest {
    private final List<Object> log = new ArrayList<>();

    @Yields
    private Generator<Object> first() {
        log.add(Generator.yield("first"));
        return Generator.end(Generator.yieldFrom(second()));
    }

    @Yields
    private Generator<Object> second() {
        try {
            Object got = Generator.yield("second");
            while (got != null) {
                got = Generator.yield("got " + got);
            }
        } catch (IllegalStateException thrown) {
            log.add(thrown.getMessage());
        } finally {
            log.add("left");
        }
        return Generator.end("end");
    }

    @Test
    void whatIsSent_reachesTheOther() {
        Generator<Object> generator = first();
        assertThat(generator.send(null)).isEqualTo("first");
        assertThat(generator.send(1)).isEqualTo("second");
        assertThat(generator.send(2)).isEqualTo("got 2");
        assertThat(generator.send(3)).isEqualTo("got 3");

        assertThatThrownBy(() -> generator.send(null)).isInstanceOf(NoSuchElementException.class);

        assertThat(log).containsExactly(1, "left");
        assertThat(generator.returned()).isEqualTo("end");
    }

    @Test
    void whatIsThrown_isThrownInTheOther() {
        Generator<Object> generator = first();
        generator.next();
        generator.next();

        assertThatThrownBy(() -> generator.raise(new IllegalStateException("thrown")))
                .isInstanceOf(NoSuchElementException.class);

        assertThat(log).containsExactly(null, "thrown", "left");
        assertThat(generator.returned()).isEqualTo("end");
    }

    @Test
    void closing_closesTheOther() {
        Generator<Object> generator = first();
        generator.next();
        generator.next();

        generator.close();

        assertThat(log).containsExactly(null, "left");
        assertThat(generator.hasNext()).isFalse();
    }

    @Test
    void iterating_goesOnInTheOther() {
        List<Object> elements = new ArrayList<>();

        first().forEach(elements::add);

        assertThat(elements).containsExactly("first", "second");
        assertThat(log).containsExactly(null, "left");
    }
}
