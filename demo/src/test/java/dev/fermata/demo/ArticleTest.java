package dev.fermata.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The programs of the founding article print what the article says. */
final class ArticleTest {
    @Test
    void helloWorld_printsTheTimeBeforeAndAfterASecond() throws Exception {
        long start = System.nanoTime();

        List<String> printed = Output.of(HelloWorld::main);

        assertThat(printed).hasSize(2).doesNotHaveDuplicates();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void typeOfHelloWorld_isFunction() throws Exception {
        assertThat(Output.of(TypeOfHelloWorld::main)).containsExactly("function");
    }

    @Test
    void helloWorld_isACoroutineFunction() throws Exception {
        assertThat(Output.of(IsCoroutineFunction::main)).containsExactly("true", "true");
    }

    @Test
    void whatItReturns_isACoroutineAndNoCoroutineFunction() throws Exception {
        assertThat(Output.of(TypeOfCoroutine::main)).containsExactly("coroutine", "true", "false");
    }

    @Test
    void getNumber_isAGeneratorFunctionAndReturnsAGenerator() throws Exception {
        assertThat(Output.of(GetNumber::main))
                .containsExactly("function", "generator", "true", "true", "the even numbers below 100 add up to 2450");
    }
}
