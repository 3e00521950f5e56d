package dev.fermata.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.inspect.Samples.Branch;
import dev.fermata.inspect.Samples.Shop;
import dev.fermata.inspect.Samples.Till;
import dev.fermata.inspect.Samples.Unwoven;
import dev.fermata.machine.Transformed;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** That these compile is half of the test. Marked as rewritten, as the lambdas here are to be looked at too. */
@Transformed(format = Transformed.FORMAT)
final class MethodReferenceTest {
    private final Shop shop = new Shop();

    @Test
    void aReferenceToAStaticCoroutineFunctionIsOne() {
        assertThat(Inspect.isCoroutineFunction(Shop::open)).isTrue();
    }

    @Test
    void aReferenceWithABoundReceiverIsOne() {
        assertThat(Inspect.isCoroutineFunction(shop::stock)).isTrue();
        assertThat(Inspect.isCoroutineFunction(shop::price)).isTrue();
    }

    @Test
    void aReferenceWithAnUnboundReceiverIsOne() {
        assertThat(Inspect.isCoroutineFunction(Shop::stock)).isTrue();
        assertThat(Inspect.isCoroutineFunction(Shop::price)).isTrue();
    }

    @Test
    void aReferenceToAFunctionOfUpToFourParametersIsOne() {
        assertThat(Inspect.isCoroutineFunction(Shop::two)).isTrue();
        assertThat(Inspect.isCoroutineFunction(Shop::three)).isTrue();
        assertThat(Inspect.isCoroutineFunction(Shop::four)).isTrue();
    }

    @Test
    void aReferenceToAnInheritedFunctionIsOne() {
        Branch branch = new Branch();

        assertThat(Inspect.isCoroutineFunction(Branch::open)).isTrue();
        assertThat(Inspect.isCoroutineFunction(branch::rent)).isTrue();
        assertThat(Inspect.isCoroutineFunction(branch::count)).isTrue();
    }

    @Test
    void anOverloadedNameIsToldByACast() {
        assertThat(Inspect.isGeneratorFunction((AsyncFunctionRef) Shop::numbers))
                .isTrue();
        assertThat(Inspect.isGeneratorFunction((AsyncFunctionRef.One<Integer>) Shop::numbers))
                .isTrue();
    }

    @Test
    void aReferenceToAMethodThatOnlyReturnsACoroutineIsNone() {
        assertThat(Inspect.isCoroutineFunction(Shop::delegate)).isFalse();
    }

    @Test
    void aReferenceToAPlainMethodIsNone() {
        assertThat(Inspect.isCoroutineFunction(Shop::name)).isFalse();
        assertThat(Inspect.isCoroutineFunction("text"::length)).isFalse();
        assertThat(Inspect.isCoroutineFunction(String::length)).isFalse();
    }

    @Test
    void aReferenceToAMethodThatWasNotRewrittenIsNone() {
        assertThat(Inspect.isCoroutineFunction(Unwoven::open)).isFalse();
        assertThat(Inspect.isGeneratorFunction(Unwoven::numbers)).isFalse();
    }

    @Test
    void aReferenceToAnAbstractMethodIsNone() {
        Till till = shop;

        assertThat(Inspect.isCoroutineFunction(till::ring)).isFalse();
    }

    @Test
    void aReferenceToAConstructorIsNone() {
        assertThat(Inspect.isCoroutineFunction(Shop::new)).isFalse();
        assertThat(Inspect.isGeneratorFunction((AsyncFunctionRef) ArrayList<String>::new))
                .isFalse();
    }

    @Test
    void aLambdaIsAFunctionOfItsOwnAndNone() {
        assertThat(Inspect.isCoroutineFunction(() -> Shop.open())).isFalse();
        assertThat(Inspect.isCoroutineFunction((String item) -> shop.price(item)))
                .isFalse();
    }

    @Test
    void aLambdaForAnInterfaceThatSaysAsyncIsOne() {
        OwnFunction lambda = () -> Coroutine.result("value");

        assertThat(Inspect.isCoroutineFunction(lambda)).isTrue();
        assertThat(Inspect.isGeneratorFunction(lambda)).isFalse();
    }

    @Test
    void anObjectOfAClassIsNoMethodReference() {
        AsyncFunctionRef named = new NamedFunction();

        assertThatThrownBy(() -> Inspect.isCoroutineFunction(named))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(NamedFunction.class.getName() + " is a class of its own")
                .hasMessageContaining("pass the java.lang.reflect.Method");
    }

    @Test
    void aReceiverNeedNotBeSerializable() {
        Object notSerializable = new Object();

        assertThat(Inspect.isCoroutineFunction(notSerializable::hashCode)).isFalse();
    }

    @Test
    void aReferenceToAGeneratorFunctionIsOne() {
        assertThat(Inspect.isGeneratorFunction((AsyncFunctionRef) Shop::numbers))
                .isTrue();
        assertThat(Inspect.isGeneratorFunction(Shop::grid)).isTrue();
        assertThat(Inspect.isCoroutineFunction(Shop::grid)).isFalse();
        assertThat(Inspect.isGeneratorFunction(Shop::open)).isFalse();
        assertThat(Inspect.isGeneratorFunction(shop::price)).isFalse();
        assertThat(Inspect.isGeneratorFunction(Shop::two)).isFalse();
        assertThat(Inspect.isGeneratorFunction(Shop::three)).isFalse();
    }

    @Test
    void theTypeOfAReferenceIsFunction() {
        assertThat(Inspect.typeName(Shop::open)).isEqualTo("function");
        assertThat(Inspect.typeName(Shop::price)).isEqualTo("function");
        assertThat(Inspect.typeName(shop::price)).isEqualTo("function");
        assertThat(Inspect.typeName(Shop::two)).isEqualTo("function");
        assertThat(Inspect.typeName(Shop::three)).isEqualTo("function");
        assertThat(Inspect.typeName(Shop::four)).isEqualTo("function");
    }

    /** What a library may have of its own. */
    @FunctionalInterface
    private interface OwnFunction extends AsyncFunctionRef {
        @Async
        @Override
        Coroutine<String> call();
    }

    private static final class NamedFunction implements AsyncFunctionRef {
        private static final long serialVersionUID = 1L;

        @Override
        public Object call() {
            return Coroutine.result("value");
        }
    }
}
