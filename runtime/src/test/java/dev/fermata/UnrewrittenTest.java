package dev.fermata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** This class is not rewritten, so it calls the intrinsics themselves. */
final class UnrewrittenTest {
    private static Stream<Arguments> intrinsics() {
        return Stream.of(
                intrinsic("await()", () -> Coroutine.await(Coroutine.result("value"))),
                intrinsic("await()", () -> Coroutine.await(CompletableFuture.completedFuture("value"))),
                intrinsic("await()", () -> Coroutine.await(Coroutine.result("value"), Exception.class)),
                intrinsic("suspend()", () -> Coroutine.suspend("yielded")),
                intrinsic("Generator.yield()", () -> Generator.yield("element")));
    }

    @ParameterizedTest
    @MethodSource("intrinsics")
    void anIntrinsicInCodeThatWasNotRewrittenNamesThePlaceAndTheCure(String name, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);

        assertThat(thrown)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(name + " in " + UnrewrittenTest.class.getName() + ".lambda$intrinsics$")
                .hasMessageContaining("was not rewritten")
                .hasMessageContaining("fermata-processor")
                .hasMessageContaining("annotationProcessorPaths")
                .hasMessageContaining("@Async");
    }

    private static Arguments intrinsic(String name, ThrowingCallable call) {
        return Arguments.of(name, call);
    }
}
