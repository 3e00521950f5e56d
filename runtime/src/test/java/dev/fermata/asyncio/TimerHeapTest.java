package dev.fermata.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimerHeapTest extends LoopTestCase {
    private final TimerHeap heap = new TimerHeap(loop);

    private TimerHandle add(long when) {
        return heap.add(() -> {}, when);
    }

    private List<TimerHandle> drain() {
        List<TimerHandle> order = new ArrayList<>();
        while (!heap.isEmpty()) {
            long due = heap.firstTime();
            TimerHandle first = (TimerHandle) heap.removeFirst();
            assertThat(first.when()).isEqualTo(due);
            order.add(first);
        }
        return order;
    }

    @Test
    void the_earliest_is_first() {
        TimerHandle late = add(30);
        TimerHandle early = add(10);
        TimerHandle middle = add(20);

        assertThat(heap.firstTime()).isEqualTo(10);
        assertThat(drain()).containsExactly(early, middle, late);
    }

    @Test
    void equal_times_keep_the_order_of_creation_also_when_others_are_removed() {
        List<TimerHandle> kept = new ArrayList<>();
        List<TimerHandle> removed = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            (number % 3 == 0 ? removed : kept).add(add(7));
        }

        removed.forEach(heap::remove);

        assertThat(drain()).isEqualTo(kept);
    }

    @Test
    void a_removed_handle_is_nowhere_and_removing_it_again_has_no_effect() {
        TimerHandle removed = add(1);
        TimerHandle kept = add(2);

        heap.remove(removed);
        heap.remove(removed);

        assertThat(removed.position).isEqualTo(TimerHeap.NOWHERE);
        assertThat(heap.size()).isEqualTo(1);
        assertThat(heap.removeFirst()).isSameAs(kept);
    }

    @Test
    void a_cancelled_handle_leaves_the_heap() {
        TimerHandle handle = add(1);

        handle.cancel();

        assertThat(heap.isEmpty()).isTrue();
    }

    @Test
    void removing_may_move_the_last_handle_up() {
        // First branch late, second branch early: what fills the hole in the first comes from the second.
        TimerHandle root = add(0);
        TimerHandle late = add(100);
        TimerHandle early = add(1);
        List<TimerHandle> latest = List.of(add(200), add(201));
        TimerHandle removed = add(101);
        List<TimerHandle> belowLate = List.of(add(102), add(103), add(104));
        TimerHandle belowEarly = add(2);

        heap.remove(removed);

        assertThat(belowEarly.position).as("above the late one").isEqualTo(1);
        assertThat(drain())
                .startsWith(root, early, belowEarly, late)
                .containsSubsequence(belowLate)
                .endsWith(latest.get(0), latest.get(1));
    }

    @Test
    void clearing_leaves_handles_that_can_be_cancelled() {
        TimerHandle handle = add(1);

        heap.clear();
        handle.cancel();

        assertThat(heap.isEmpty()).isTrue();
        assertThat(handle.position).isEqualTo(TimerHeap.NOWHERE);
    }

    @Test
    void it_agrees_with_a_sorted_list_under_random_use() {
        Random random = new Random(7);
        Map<TimerHandle, Integer> numbers = new HashMap<>();
        List<TimerHandle> model = new ArrayList<>();
        Comparator<TimerHandle> order =
                Comparator.<TimerHandle>comparingLong(it -> it.when).thenComparingInt(numbers::get);
        for (int round = 0; round < 20_000; round++) {
            int choice = random.nextInt(5);
            if (model.isEmpty() || choice < 3 && model.size() < 300) {
                TimerHandle handle = add(random.nextInt(50));
                numbers.put(handle, numbers.size());
                model.add(handle);
            } else if (choice == 3) {
                heap.remove(model.remove(random.nextInt(model.size())));
            } else {
                TimerHandle first = model.stream().min(order).orElseThrow();
                assertThat(heap.removeFirst()).isSameAs(first);
                model.remove(first);
            }
            assertThat(heap.size()).isEqualTo(model.size());
        }
        model.sort(order);

        assertThat(drain()).isEqualTo(model);
    }

    // ---- growth

    /**
     * Statement 70: in places moved, which no machine makes faster or slower. Each timer is added and then leaves, the half of
     * them by being cancelled: two walks along the height of the heap at most.
     */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 100_000, 1_000_000})
    void the_work_for_each_timer_grows_with_the_logarithm_of_their_number(int count) {
        CountingHeap counting = new CountingHeap(loop);
        Random random = new Random(count);
        List<TimerHandle> all = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            all.add(counting.add(() -> {}, random.nextInt()));
        }
        Collections.shuffle(all, random);
        all.subList(0, count / 2).forEach(TimerHandle::cancel);
        assertThat(counting.size()).isEqualTo(count - count / 2);
        while (!counting.isEmpty()) {
            counting.removeFirst();
        }

        int height = (33 - Integer.numberOfLeadingZeros(count)) / 2; // each place has four below it
        assertThat(counting.moved / count).isLessThanOrEqualTo(2L * height);
        assertThat(counting.moved / count).as("and it is counted").isGreaterThan(height / 2);
    }

    @Test
    void timers_that_come_in_order_do_not_move_at_all() {
        CountingHeap counting = new CountingHeap(loop);
        for (int number = 0; number < 100_000; number++) {
            counting.add(() -> {}, number);
        }
        assertThat(counting.moved).isEqualTo(100_000);
    }

    @Test
    void a_heap_that_was_large_gives_its_room_back() {
        List<TimerHandle> all = new ArrayList<>();
        for (int number = 0; number < 10_000; number++) {
            all.add(add(number));
        }
        assertThat(heap.room()).isGreaterThanOrEqualTo(10_000);

        all.forEach(TimerHandle::cancel);

        assertThat(heap.room()).isLessThanOrEqualTo(16);
    }

    private static final class CountingHeap extends TimerHeap {
        long moved;

        CountingHeap(BaseEventLoop loop) {
            super(loop);
        }

        @Override
        void put(int index, Object entry, long when, int number) {
            moved++;
            super.put(index, entry, when, number);
        }
    }
}
