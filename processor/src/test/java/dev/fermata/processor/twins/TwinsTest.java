package dev.fermata.processor.twins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Coroutine;
import dev.fermata.asyncio.Context;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The scenarios log in Java what they log in Python. The logs of CPython 3.13.0 stand beside its scenarios; where a Python of 3.11
 * or later is at hand, they are made anew and compared. {@code -Dtwins.write=true} writes them.
 */
final class TwinsTest {
    private static final List<Function<Consumer<String>, Twins>> ALL = List.of(
            Order::new,
            Cancelling::new,
            Gathering::new,
            Limits::new,
            Groups::new,
            Locking::new,
            Generating::new,
            Callbacks::new,
            Tasks::new,
            Queues::new,
            Generators::new,
            Coroutines::new,
            Contexts::new,
            Threads::new,
            Running::new,
            Managing::new);

    @TestFactory
    Stream<DynamicNode> scenarios_logWhatTheirTwinsInPythonLog() {
        return ALL.stream().map(TwinsTest::container);
    }

    /** What Java logs otherwise on purpose, by module and name; {@code docs/differences-from-asyncio.md} has the reasons. */
    private static final Map<String, List<String>> DEVIATIONS = PythonLogs.committed("deviations");

    private static DynamicNode container(Function<Consumer<String>, Twins> make) {
        String module = make.apply(line -> {}).module();
        Map<String, List<String>> expected = PythonLogs.committed(module);
        List<DynamicNode> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest(
                "the same scenarios",
                () -> assertThat(scenarios(make.apply(line -> {})).stream().map(TwinsTest::pythonName))
                        .containsExactlyInAnyOrderElementsOf(expected.keySet())));
        for (Method scenario : scenarios(make.apply(line -> {}))) {
            tests.add(DynamicTest.dynamicTest(
                    scenario.getName(),
                    () -> assertThat(log(make, scenario))
                            .isEqualTo(expectedLog(module, pythonName(scenario), expected))));
        }
        return DynamicContainer.dynamicContainer(module, tests);
    }

    private static List<String> expectedLog(String module, String scenario, Map<String, List<String>> python) {
        return DEVIATIONS.getOrDefault(module + "." + scenario, python.get(scenario));
    }

    private static List<String> log(Function<Consumer<String>, Twins> make, Method scenario)
            throws ReflectiveOperationException {
        List<String> log = new ArrayList<>();
        Twins twins = make.apply(log::add);
        if (scenario.getReturnType() == void.class) {
            scenario.setAccessible(true);
            Context.empty().run(() -> scenario.invoke(twins));
            return log;
        }
        Twins.run(() -> {
            Twins.loop().setExceptionHandler((loop, context) -> twins.log("handler:", context.exception()));
            return started(twins, scenario);
        });
        return log;
    }

    @SuppressWarnings("unchecked")
    private static Coroutine<Void> started(Twins twins, Method scenario) throws ReflectiveOperationException {
        scenario.setAccessible(true);
        return (Coroutine<Void>) scenario.invoke(twins);
    }

    private static List<Method> scenarios(Twins twins) {
        return Arrays.stream(twins.getClass().getDeclaredMethods())
                .filter(method -> method.getReturnType() == Coroutine.class || method.getReturnType() == void.class)
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> !method.isSynthetic() && (method.getModifiers() & Modifier.PRIVATE) == 0)
                .toList();
    }

    /** {@code aLockGoesToWhoCameFirst} is {@code a_lock_goes_to_who_came_first} there. */
    private static String pythonName(Method scenario) {
        return scenario.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void deviations_differFromPython_andTheGuideNamesThem() throws IOException {
        String guide = Files.readString(Path.of("../docs/differences-from-asyncio.md"));
        assertThat(DEVIATIONS).allSatisfy((name, log) -> {
            String[] parts = name.split("\\.");
            assertThat(log).isNotEqualTo(PythonLogs.committed(parts[0]).get(parts[1]));
            assertThat(guide).contains("`" + name + "`");
        });
    }

    @Test
    void committedLogs_areThoseOfThePythonAtHand() throws IOException {
        List<String> modules =
                ALL.stream().map(make -> make.apply(line -> {}).module()).toList();
        if (Boolean.getBoolean("twins.write")) {
            PythonLogs.write(Path.of("src/test/resources/twins"), modules);
        }
        for (String module : modules) {
            assertThat(PythonLogs.live(module))
                    .isNotEmpty()
                    .allSatisfy((name, log) -> assertThat(log)
                            .isEqualTo(PythonLogs.committed(module).get(name)));
        }
    }
}
