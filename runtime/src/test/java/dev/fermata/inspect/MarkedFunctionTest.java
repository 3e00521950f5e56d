package dev.fermata.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Coroutine;
import dev.fermata.inspect.Samples.Shop;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class MarkedFunctionTest {
    /** Statement 25; CPython: test_inspect.TestPredicates.test_markcoroutinefunction. */
    @Test
    void aMarkedFunctionIsOne_andIsItself() {
        Supplier<Coroutine<Void>> plain = Coroutine::done;
        assertThat(Inspect.isCoroutineFunction(plain)).isFalse();

        assertThat(Inspect.markCoroutineFunction(plain)).isSameAs(plain);

        assertThat(Inspect.isCoroutineFunction(plain)).isTrue();
        assertThat(Inspect.isGeneratorFunction(plain)).isFalse();
    }

    @Test
    void aMarkedReferenceIsOne_thoughItsMethodIsNone() {
        AsyncFunctionRef reference = Inspect.markCoroutineFunction((AsyncFunctionRef) Shop::numbers);
        assertThat(Inspect.isCoroutineFunction(reference)).isTrue();
        assertThat(Inspect.isCoroutineFunction((AsyncFunctionRef) Shop::numbers))
                .isFalse();
    }

    @Test
    void theMarkIsThatOfTheObject_andNotOfItsEquals() {
        List<String> marked = Inspect.markCoroutineFunction(new ArrayList<>());
        assertThat(Inspect.isCoroutineFunction(marked)).isTrue();
        assertThat(Inspect.isCoroutineFunction(new ArrayList<>())).isFalse();
    }

    @Test
    void markingTwiceIsMarkingOnce() {
        Supplier<Coroutine<Void>> plain = Coroutine::done;
        Inspect.markCoroutineFunction(Inspect.markCoroutineFunction(plain));
        assertThat(Inspect.isCoroutineFunction(plain)).isTrue();
    }

    @Test
    void theMarkKeepsNothingAlive() {
        WeakReference<Object> marked = new WeakReference<>(Inspect.markCoroutineFunction(new Object()));
        while (marked.get() != null) { // ends, or the test is stopped by its time limit
            System.gc();
        }
        assertThat(Inspect.isCoroutineFunction(Inspect.markCoroutineFunction(new Object())))
                .isTrue();
    }

    @Test
    void methodsAndCoroutinesCannotBeMarked() throws NoSuchMethodException {
        Method method = Function.class.getMethod("apply", Object.class);
        assertThatThrownBy(() -> Inspect.markCoroutineFunction(method))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "cannot mark a Method: reflection makes a new one each time; mark the object that is called");
        assertThatThrownBy(() -> Inspect.markCoroutineFunction(Coroutine.done()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot mark a coroutine: it is what a coroutine function returns; mark the function");
    }
}
