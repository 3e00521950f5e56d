package dev.fermata.processor.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Breakpoints in rewritten methods, and what they show: whether awaits suspend or not makes no difference. */
final class BreakpointTest {
    static final String SOURCE = """
            import static dev.fermata.Coroutine.*;
            import dev.fermata.*;
            import dev.fermata.asyncio.Asyncio;
            import java.time.Duration;
            public class Debuggee {
                @Async static Coroutine<Integer> number(int value, boolean suspends) {
                    if (suspends) { // question
                        await(Asyncio.sleep(Duration.ofMillis(1))); // sleep
                    }
                    return result(value); // number
                }
                @Async Coroutine<String> work(String name, int times, boolean suspends) {
                    int count = times * 2; // first
                    String unread = "not read again"; // unread
                    int got = await(number(count, suspends)); // await
                    long sum = got + count; // after
                    for (int i = 0; i < 2; i++) { // loop
                        sum += await(number(i, suspends)); // again
                    }
                    try { // try
                        sum += await(number(1, suspends)) / 0; // fails
                    } catch (ArithmeticException e) { // caught
                        return tail(name + sum, suspends); // tail
                    }
                    return done(null); // never
                }
                static <T> Coroutine<T> done(T value) { return result(value); }
                @Async static Coroutine<String> tail(String text, boolean suspends) {
                    await(number(3, suspends)); // tail await
                    return result(text); // last
                }
                @Yields static Generator<Integer> elements() {
                    int n = 1; // n
                    Generator.yield(n); // yield
                    n++; // increment
                    return Generator.end(); // end of generator
                }
                public static void main(String[] arguments) {
                    boolean suspends = arguments[0].equals("suspending");
                    Debuggee debuggee = new Debuggee();
                    Coroutine<String> coroutine = debuggee.work("ada", 3, suspends); // call
                    String text = Asyncio.run(coroutine); // run
                    for (int i : elements()) { // consume
                        text += i; // consumed
                    }
                    System.out.println(text); // print
                }
            }
            """;

    @TempDir
    private static Path folder;

    private static Program program;

    @BeforeAll
    static void compile() {
        program = Program.compile(folder, "Debuggee", SOURCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ready", "suspending"})
    void breakpointOnALine_hitsOncePerExecutionOfTheLine(String mode) {
        String[] lines = {"first", "unread", "await", "after", "again", "fails", "caught", "tail", "tail await", "last"
        };
        try (Debugger debugger = Debugger.launch(program, mode, lines)) {
            assertThat(debugger.rest())
                    .containsExactly(
                            "first",
                            "unread",
                            "await",
                            "after",
                            "again",
                            "again",
                            "fails",
                            "caught",
                            "tail",
                            "tail await",
                            "last");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ready", "suspending"})
    void breakpointOnTheFirstLine_doesNotHitAtTheCall(String mode) {
        try (Debugger debugger = Debugger.launch(program, mode, "call", "run", "first")) {
            assertThat(debugger.rest()).containsExactly("call", "run", "first");
        }
    }

    @Test
    void breakpointOnALineThatYields_hitsOnce() {
        try (Debugger debugger = Debugger.launch(program, "ready", "yield", "increment", "consumed")) {
            assertThat(debugger.rest()).containsExactly("yield", "consumed", "increment");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ready", "suspending"})
    void locals_onALineAfterAnAwait_haveTheirNamesAndValues(String mode) {
        try (Debugger debugger = Debugger.launch(program, mode, "after", "fails")) {
            assertThat(debugger.next()).isEqualTo("after");
            assertThat(debugger.variables())
                    .containsAllEntriesOf(Map.of("name", "ada", "count", "6", "got", "6"))
                    .containsKeys("times", "unread", "suspends")
                    .doesNotContainKeys("sum", "i", "e");

            assertThat(debugger.next()).isEqualTo("fails");
            assertThat(debugger.variables())
                    .containsAllEntriesOf(Map.of("name", "ada", "sum", "13"))
                    .doesNotContainKeys("i", "e");
        }
    }

    /** They are in scope for the debugger as for javac, but their values are gone. */
    @Test
    void localsNotReadAgain_afterASuspension_haveNoValues() {
        try (Debugger debugger = Debugger.launch(program, "suspending", "after")) {
            debugger.next();
            assertThat(debugger.variables()).containsEntry("times", "0").containsEntry("unread", "null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ready", "suspending"})
    void localsNotReadAgain_withDebugOption_haveTheirValues(String mode, @TempDir Path other) {
        Program debuggable = Program.compile(other, "Debuggee", SOURCE, "-Afermata.debug");
        try (Debugger debugger = Debugger.launch(debuggable, mode, "after")) {
            debugger.next();
            assertThat(debugger.variables()).containsEntry("times", "3").containsEntry("unread", "not read again");
        }
    }
}
