package dev.fermata.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Async;
import dev.fermata.AsyncSupplier;
import dev.fermata.inspect.Samples.Branch;
import dev.fermata.inspect.Samples.FromTheFuture;
import dev.fermata.inspect.Samples.Measure;
import dev.fermata.inspect.Samples.Premises;
import dev.fermata.inspect.Samples.Shop;
import dev.fermata.inspect.Samples.Till;
import dev.fermata.inspect.Samples.Unwoven;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** isCoroutineFunction() of a Method, and of a class and a name. */
final class CoroutineFunctionTest {
    /** Statement 25; CPython: test_inspect.test_iscoroutine. */
    @Test
    void anAsyncMethodOfARewrittenClassIsOne() throws NoSuchMethodException {
        Method open = Shop.class.getDeclaredMethod("open");

        assertThat(Inspect.isCoroutineFunction(open)).isTrue();
    }

    /** Statement 25; CPython: test_inspect.test_iscoroutine. */
    @Test
    void aMethodThatOnlyReturnsACoroutineIsNone() {
        assertThat(Inspect.isCoroutineFunction(Shop.class, "delegate")).isFalse();
    }

    @Test
    void aPlainMethodIsNone() {
        assertThat(Inspect.isCoroutineFunction(Shop.class, "name")).isFalse();
    }

    /** Statement 25; CPython: test_inspect.test_iscoroutine. */
    @Test
    void aGeneratorFunctionIsNone() {
        assertThat(Inspect.isCoroutineFunction(Shop.class, "numbers")).isFalse();
    }

    @Test
    void anAsyncMethodOfAClassThatWasNotRewrittenIsNone() {
        assertThat(Inspect.isCoroutineFunction(Unwoven.class, "open")).isFalse();
    }

    @Test
    void anAsyncMethodOfAnotherFormatIsNone() {
        assertThat(Inspect.isCoroutineFunction(FromTheFuture.class, "open")).isFalse();
    }

    @Test
    void anAsyncMethodOfAnotherReturnTypeIsNone() {
        assertThat(Inspect.isCoroutineFunction(Shop.class, "wrongReturnType")).isFalse();
        assertThat(Inspect.isCoroutineFunction(Shop.class, "wrongAnnotation")).isFalse();
    }

    @Test
    void anAbstractMethodIsNone() {
        assertThat(Inspect.isCoroutineFunction(Till.class, "ring")).isFalse();
        assertThat(Inspect.isCoroutineFunction(AsyncSupplier.class, "get")).isFalse();
    }

    @Test
    void aBridgeIsNoneThoughItHasTheAnnotation() {
        Method bridge = Methods.require(Measure.class, "apply", Object.class);

        assertThat(bridge.isBridge()).isTrue();
        assertThat(bridge.isAnnotationPresent(Async.class)).isTrue();
        assertThat(Inspect.isCoroutineFunction(bridge)).isFalse();
        assertThat(Inspect.isCoroutineFunction(Measure.class, "apply", String.class))
                .isTrue();
    }

    @Test
    void aNameMeansTheMethodAndNotItsBridge() {
        assertThat(Inspect.isCoroutineFunction(Shop.class, "address")).isTrue();
    }

    @Test
    void aNameAloneMeansTheMethodWithoutParameters() {
        assertThatThrownBy(() -> Inspect.isCoroutineFunction(Shop.class, "price"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no method dev.fermata.inspect.Samples$Shop.price(); "
                        + "give exactly the parameter types of one of: price(java.lang.String)");
    }

    @Test
    void aMethodIsFoundByItsExactParameterTypes() {
        assertThat(Inspect.isCoroutineFunction(Shop.class, "price", String.class))
                .isTrue();
        assertThat(Inspect.isCoroutineFunction(Shop.class, "two", int.class, String.class))
                .isTrue();
        assertThatThrownBy(() -> Inspect.isCoroutineFunction(Shop.class, "two", Integer.class, String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("one of: two(int, java.lang.String)");
    }

    @Test
    void anInheritedMethodIsFound() {
        assertThat(Inspect.isCoroutineFunction(Shop.class, "rent")).isTrue();
        assertThat(Inspect.isCoroutineFunction(Branch.class, "rent")).isTrue();
        assertThat(Inspect.isCoroutineFunction(Branch.class, "open")).isTrue();
    }

    @Test
    void aDefaultMethodOfAnInterfaceIsFound() {
        assertThat(Inspect.isCoroutineFunction(Branch.class, "count")).isTrue();
    }

    @Test
    void anImplementationGoesBeforeWhatItImplements() {
        assertThat(Inspect.isCoroutineFunction(Branch.class, "ring")).isTrue();
    }

    @Test
    void aPrivateMethodIsFoundInItsOwnClassOnly() {
        assertThat(Inspect.isCoroutineFunction(Premises.class, "secret")).isTrue();
        assertThatThrownBy(() -> Inspect.isCoroutineFunction(Shop.class, "secret"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMethodThatIsMissingIsNamed() {
        assertThatThrownBy(() -> Inspect.isCoroutineFunction(Shop.class, "clsoe", int.class, String[].class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no method dev.fermata.inspect.Samples$Shop.clsoe(int, java.lang.String[]); "
                        + "neither it nor what it inherits has a method of that name");
    }

    @Test
    void anObjectThatIsNoFunctionIsNone() {
        assertThat(Inspect.isCoroutineFunction((Object) Shop.open())).isFalse();
        assertThat(Inspect.isCoroutineFunction("a text")).isFalse();
        assertThat(Inspect.isCoroutineFunction((Object) null)).isFalse();
    }

    @Test
    void anObjectThatIsAMethodMayBeOne() {
        Object method = Methods.require(Shop.class, "open");

        assertThat(Inspect.isCoroutineFunction(method)).isTrue();
    }
}
