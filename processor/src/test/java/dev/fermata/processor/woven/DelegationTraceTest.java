package dev.fermata.processor.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is thrown in a generator that is delegated to has those that delegate in its trace. */
final class DelegationTraceTest {
    private static final List<Throwable> CAUGHT = new ArrayList<>();

    @Yields
    private static Generator<Integer> inner() {
        try {
            Generator.yield(1);
            throw new IllegalArgumentException("inner");
        } finally {
            CAUGHT.clear();
        }
    }

    @Yields
    private static Generator<Integer> middle() {
        Generator.yieldFrom(inner());
        return Generator.end();
    }

    @Yields
    private static Generator<Integer> outer() {
        Generator.yieldFrom(middle());
        return Generator.end();
    }

    @Test
    void afterAResume_theGeneratorsThatDelegateAreInTheTrace() {
        Generator<Integer> outer = outer();
        outer.next();

        Throwable thrown = catchThrowable(outer::next);

        assertThat(Traces.functions(thrown)).containsSubsequence("inner$async", "middle", "outer", "next");
    }

    @Yields
    private static Generator<Integer> failsWhenClosed() {
        try {
            Generator.yield(1);
        } finally {
            fail();
        }
        return Generator.end();
    }

    private static void fail() {
        throw new IllegalArgumentException("clean-up");
    }

    @Yields
    private static Generator<Integer> closing() {
        Generator.yieldFrom(failsWhenClosed());
        return Generator.end();
    }

    @Test
    void whatIsThrownWhileTheInnerIsClosed_hasTheOuterInItsTrace() {
        Generator<Integer> closing = closing();
        closing.next();

        Throwable thrown = catchThrowable(closing::close);

        assertThat(Traces.functions(thrown)).containsSubsequence("fail", "failsWhenClosed$async", "closing", "close");
    }
}
