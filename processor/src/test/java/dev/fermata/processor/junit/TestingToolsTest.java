package dev.fermata.processor.junit;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Async;
import dev.fermata.CancelledError;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import dev.fermata.asyncio.Runner;
import dev.fermata.asyncio.Task;
import dev.fermata.asyncio.TaskGroup;
import dev.fermata.asyncio.junit.AsyncTest;
import dev.fermata.asyncio.testing.ManualClock;
import dev.fermata.asyncio.testing.Sequencer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The tools of dev.fermata.asyncio.testing that coroutines use. */
final class TestingToolsTest {
    private final List<Object> log = new ArrayList<>();

    @Async
    private Coroutine<Void> ticking(int turns) {
        for (int turn = 0; turn < turns; turn++) {
            await(Asyncio.sleep(Duration.ZERO));
        }
        log.add(turns + " turns");
        await(Asyncio.sleep(Duration.ofSeconds(1)));
        log.add(turns + " turns and a second");
        return done();
    }

    @AsyncTest
    void untilBlocked_endsWhenAllOthersWait_andNoTimeHasPassed(Runner runner, ManualClock clock) {
        runner.run(() -> TaskGroup.run(group -> {
            group.createTask(ticking(7));
            group.createTask(ticking(3));
            await(clock.untilBlocked());
            log.add("blocked after " + clock.elapsed());
            return done();
        }));
        assertThat(log)
                .containsExactly(
                        "3 turns", "7 turns", "blocked after PT0S", "3 turns and a second", "7 turns and a second");
    }

    @AsyncTest
    void untilBlocked_thatIsCancelled_isForgotten(Runner runner, ManualClock clock) {
        runner.run(() -> {
            Task<Void> waiter = Asyncio.createTask(clock.untilBlocked());
            await(Asyncio.sleep(Duration.ZERO));
            waiter.cancel();
            await(clock.untilBlocked());
            log.add(waiter.isCancelled());
            return done();
        });
        assertThat(log).containsExactly(true);
    }

    @Async
    private Coroutine<Void> at(Sequencer order, int... positions) {
        for (int position : positions) {
            await(Asyncio.with(order.at(position), () -> {
                await(Asyncio.sleep(Duration.ofSeconds(10 - position)));
                log.add(position);
                return done();
            }));
        }
        return done();
    }

    @AsyncTest
    void aSequencer_putsPartsOfTasksIntoOneOrder(Runner runner) {
        Sequencer order = new Sequencer();
        runner.run(() -> Asyncio.gather(at(order, 2, 3), at(order, 1, 4), at(order, 0, 5)));
        assertThat(log).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @AsyncTest
    void aSequencer_refusesAPositionTwice_andOneBelowZero(Runner runner) {
        Sequencer order = new Sequencer();
        runner.run(at(order, 0));
        assertThatThrownBy(() -> runner.run(at(order, 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("position 0 of the sequence was taken before");
        assertThatThrownBy(() -> order.at(-1)).hasMessage("position: -1 (expected: 0 or more)");
    }

    @AsyncTest
    void aSequencer_isBroken_whenSomebodyWhoWaitsIsCancelled(Runner runner, ManualClock clock) {
        Sequencer order = new Sequencer();
        runner.run(() -> {
            Task<Void> first = Asyncio.createTask(at(order, 1));
            Task<Void> second = Asyncio.createTask(at(order, 2));
            await(clock.untilBlocked());
            first.cancel();
            for (Coroutine<Void> other : List.of(second.asCoroutine(), at(order, 0))) {
                try {
                    await(other);
                } catch (IllegalStateException broken) {
                    log.add(broken.getMessage());
                }
            }
            try {
                await(first);
            } catch (CancelledError cancelled) {
                log.add("cancelled");
            }
            return done();
        });
        String broken = "the sequence is broken: somebody was cancelled who waited for a position";
        assertThat(log).containsExactly(broken, broken, "cancelled");
    }
}
