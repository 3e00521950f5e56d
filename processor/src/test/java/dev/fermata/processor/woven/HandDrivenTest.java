package dev.fermata.processor.woven;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;
import static dev.fermata.Coroutine.suspend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.Coroutine.Step;
import dev.fermata.GeneratorExit;
import dev.fermata.asyncio.Asyncio;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coroutines as users write them, driven by hand as PEP 342 and PEP 492 have it; and those that return others. */
final class HandDrivenTest {
    private static final int MILLION = 1_000_000;

    private final List<Object> log = new ArrayList<>();

    @Async
    private Coroutine<String> asking(String question) {
        try {
            String answer = suspend(question);
            log.add(answer);
            return result(answer + "!");
        } finally {
            log.add("asked " + question);
        }
    }

    @Async
    private Coroutine<String> askingTwice() {
        try {
            String first = await(asking("first"));
            try {
                return result(first + await(asking("second"), IOException.class));
            } catch (IOException e) {
                return result(first + " or " + await(asking(e.getMessage())));
            }
        } finally {
            log.add("done");
        }
    }

    @Test
    void send_answersTheInnermostSuspend() {
        Coroutine<String> coroutine = askingTwice();

        assertThat(coroutine.send(null)).isEqualTo(new Step.Suspended<>("first"));
        assertThat(coroutine.send("a")).isEqualTo(new Step.Suspended<>("second"));
        assertThat(coroutine.send("b")).isEqualTo(new Step.Returned<>("a!b!"));
        assertThat(log).containsExactly("a", "asked first", "b", "asked second", "done");
    }

    @Test
    void raise_isCaughtWhereTheSourceSays() {
        Coroutine<String> coroutine = askingTwice();
        coroutine.send(null);
        coroutine.send("a");

        assertThat(coroutine.raise(new IOException("third"))).isEqualTo(new Step.Suspended<>("third"));
        assertThat(coroutine.send("c")).isEqualTo(new Step.Returned<>("a! or c!"));
        assertThat(log).containsExactly("a", "asked first", "asked second", "c", "asked third", "done");
    }

    @Test
    void close_runsTheFinallyBlocksInsideOut() {
        Coroutine<String> coroutine = askingTwice();
        coroutine.send(null);

        coroutine.close();

        assertThat(log).containsExactly("asked first", "done");
    }

    @Async
    private Coroutine<Void> cleaning(String name) {
        try {
            await(asking(name));
        } finally {
            await(asking("clean-up of " + name));
            log.add("not reached");
        }
        return done();
    }

    @Async
    private Coroutine<String> aroundCleaning() {
        try {
            await(cleaning("inner"));
        } catch (IllegalStateException e) {
            log.add(e.getMessage());
        }
        return result("went on");
    }

    @Test
    void close_ofOneWhoseInnerAwaitsInFinally_isToldToTheOuter() {
        Coroutine<String> coroutine = aroundCleaning();
        coroutine.send(null);

        coroutine.close();

        assertThat(log).containsExactly("asked inner", "coroutine ignored GeneratorExit");
    }

    @Async
    private Coroutine<String> swallowing() {
        try {
            await(asking("inner"));
        } catch (GeneratorExit e) {
            log.add("swallowed");
        }
        return result("value");
    }

    @Async
    private Coroutine<String> aroundSwallowing() {
        String value = await(swallowing());
        log.add("not reached " + value);
        return result(value);
    }

    @Test
    void close_ofOneWhoseInnerSwallowsIt_doesNotGoOn() {
        Coroutine<String> coroutine = aroundSwallowing();
        coroutine.send(null);

        coroutine.close();

        assertThat(log).containsExactly("asked inner", "swallowed");
        assertThatThrownBy(() -> coroutine.send(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine");
    }

    @Async
    private static Coroutine<Integer> countDown(int left) {
        return left == 0 ? result(0) : countDown(left - 1);
    }

    @Test
    void aMillionReturnsOfOthers_needNoStack() {
        assertThat(countDown(MILLION).send(null)).isEqualTo(new Step.Returned<>(0));
    }

    private WeakReference<Object> early = new WeakReference<>(null);

    /** What each holds must not outlive it. */
    @Async
    private Coroutine<Boolean> slowCountDown(int left, Object held) {
        await(Asyncio.sleep(Duration.ZERO));
        if (left == MILLION - 1) {
            early = new WeakReference<>(held);
        }
        if (left > 0) {
            return slowCountDown(left - 1, new Object());
        }
        for (int tries = 0; early.get() != null && tries < 100; tries++) {
            System.gc();
        }
        return result(early.get() == null);
    }

    @Test
    void aMillionReturnsOfOthers_thatSuspend_keepNothing() {
        Duration never = Duration.ofDays(1); // with a timer in the loop each of them takes its turn
        assertThat(Asyncio.run(Asyncio.waitFor(slowCountDown(MILLION, new Object()), never)))
                .isTrue();
    }
}
