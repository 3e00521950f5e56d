package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ReadyQueueTest {
    private final ReadyQueue ready = new ReadyQueue();

    @Test
    void it_is_first_in_first_out_while_it_grows_and_wraps_around() {
        Queue<Object> model = new ArrayDeque<>();
        Random random = new Random(1);
        for (int round = 0; round < 100_000; round++) {
            if (model.isEmpty() || random.nextInt(100) < 51) {
                ready.add(round);
                model.add(round);
            } else {
                assertThat(ready.remove()).isEqualTo(model.remove());
            }
            assertThat(ready.size()).isEqualTo(model.size());
        }
        assertThat(model).hasSizeGreaterThan(64);
        while (!model.isEmpty()) {
            assertThat(ready.remove()).isEqualTo(model.remove());
        }
    }

    @Test
    void removing_from_an_empty_queue_is_refused() {
        assertThatThrownBy(ready::remove)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nothing is ready");
    }

    @Test
    void a_cleared_queue_is_empty_and_usable() {
        ready.add("dropped");

        ready.clear();
        ready.add("kept");

        assertThat(ready.size()).isEqualTo(1);
        assertThat(ready.remove()).isEqualTo("kept");
    }

    @Test
    void a_queue_that_was_large_gives_its_room_back_and_keeps_the_order() {
        for (int number = 0; number < 500_000; number++) {
            ready.add(number);
        }
        assertThat(ready.room()).isGreaterThanOrEqualTo(500_000);

        for (int number = 0; number < 499_999; number++) {
            assertThat(ready.remove()).isEqualTo(number);
        }

        assertThat(ready.room()).isLessThanOrEqualTo(1 << 16);
        assertThat(ready.remove()).isEqualTo(499_999);
    }

    @Test
    void a_queue_of_middling_size_keeps_its_room() {
        for (int burst = 0; burst < 3; burst++) {
            for (int number = 0; number < 60_000; number++) {
                ready.add(number);
            }
            for (int number = 0; number < 60_000; number++) {
                ready.remove();
            }
            assertThat(ready.room()).isEqualTo(1 << 16);
        }
    }
}
