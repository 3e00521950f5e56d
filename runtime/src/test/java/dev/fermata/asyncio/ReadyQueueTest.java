package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ReadyQueueTest {
    private static final int MIDDLING = 60_000;

    private final ReadyQueue ready = new ReadyQueue();

    @Test
    void a_turn_has_what_was_ready_when_it_began_first_in_first_out() {
        Queue<Object> now = new ArrayDeque<>();
        Queue<Object> later = new ArrayDeque<>();
        Random random = new Random(1);
        for (int step = 0; step < 100_000; step++) {
            if (random.nextInt(100) < 51) {
                ready.add(step);
                later.add(step);
            } else {
                assertThat(ready.next()).isEqualTo(now.peek());
                if (now.poll() == null) {
                    ready.begin();
                    now.addAll(later);
                    later.clear();
                }
            }
            assertThat(ready.size()).isEqualTo(now.size() + later.size());
        }
        assertThat(now.size() + later.size()).isGreaterThan(64);
    }

    @Test
    void an_empty_turn_has_nothing() {
        ready.begin();

        assertThat(ready.next()).isNull();
    }

    @Test
    void what_a_turn_that_was_cut_short_has_left_comes_first_in_the_next_one() {
        addUpTo(100);
        ready.begin();
        ready.next();
        ready.next();
        ready.add(100);

        ready.begin();

        List<Object> expected = new ArrayList<>();
        for (int number = 2; number <= 100; number++) {
            expected.add(number);
        }
        assertThat(turn()).isEqualTo(expected);
        assertThat(ready.size()).isZero();
    }

    @Test
    void a_cleared_queue_is_empty_and_usable() {
        ready.add("dropped");
        ready.add("dropped");
        ready.begin();
        ready.next();
        ready.add("dropped");

        ready.clear();
        ready.add("kept");

        assertThat(ready.size()).isEqualTo(1);
        ready.begin();
        assertThat(turn()).containsExactly("kept");
    }

    @Test
    void a_queue_that_was_large_gives_its_room_back_after_the_turn() {
        addUpTo(500_000);
        assertThat(ready.room()).isGreaterThanOrEqualTo(500_000);
        ready.begin();
        turn();
        ready.add("behind");

        ready.trim();

        assertThat(ready.room()).isLessThanOrEqualTo(1 << 16);
        ready.begin();
        assertThat(turn()).containsExactly("behind");
    }

    @Test
    void the_part_that_was_filled_meanwhile_gives_its_room_back_as_well() {
        ready.begin();
        addUpTo(500_000);
        ready.begin();
        addUpTo(500_000);
        turn();
        ready.begin();
        turn();

        ready.trim();

        assertThat(ready.room()).isLessThan(500_000);
    }

    @Test
    void a_queue_of_middling_size_keeps_its_room() {
        addUpTo(MIDDLING);
        ready.begin();
        addUpTo(MIDDLING);
        turn();
        ready.begin();
        turn();
        int room = ready.room();

        ready.trim();

        assertThat(ready.room()).isEqualTo(room).isLessThan(4 * MIDDLING);
    }

    @Test
    void a_large_queue_that_all_come_back_to_keeps_its_room() {
        addUpTo(500_000);
        ready.begin();
        turn().forEach(ready::add);
        int room = ready.room();

        ready.trim();

        assertThat(ready.room()).isEqualTo(room);
    }

    private void addUpTo(int end) {
        for (int number = 0; number < end; number++) {
            ready.add(number);
        }
    }

    private List<Object> turn() {
        List<Object> taken = new ArrayList<>();
        for (Object next = ready.next(); next != null; next = ready.next()) {
            taken.add(next);
        }
        return taken;
    }
}
