package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fermata.Coroutine;
import dev.fermata.inspect.Inspect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** What generated classes tell of the variables that they keep, and what class files that say less, or wrong things, lead to. */
final class NamedLocalsTest {
    private static final String ADDING = """
            public class A {
                @Async public static Coroutine<Integer> f(Awaitable<Integer> a) {
                    int n = await(a);
                    boolean odd = n % 2 == 1;
                    n += await(a) + (odd ? 1 : 0);
                    int m = await(a);
                    return result(n + m);
                }
            }
            """;

    private static final String ASSIGNING = """
            public class P {
                @Async public static Coroutine<Integer> f(Awaitable<Integer> a) {
                    int n = await(a);
                    Awaitable<Integer> b = a;
                    a = null;
                    n += await(b) + (a == null ? 1 : 0);
                    return result(n);
                }
            }
            """;

    @TempDir
    Path folder;

    /** In state 2, n is an operand, and what is in the variable will not be read; in state 3, a will not be read. */
    @Test
    void theTable_saysOfEachVariable_inWhichStatesItIsWhere() {
        MethodNode local = method(frame(transformed(javac("A", ADDING))), "local");

        List<Object> constants = new ArrayList<>();
        local.instructions.forEach(insn -> {
            if (insn instanceof LdcInsnNode constant) {
                constants.add(constant.cst);
            }
        });
        assertThat(constants).containsExactly("\2" + "L\2a\2\2\1\3" + "I\2n\2\4\4\4" + "Z\4odd\2\3\3\3");
    }

    @Test
    void withoutNames_thereIsNoMethod() {
        byte[] stripped = rewritten(javac("A", ADDING), ClassReader.SKIP_DEBUG, it -> {});
        Outcome.Transformed transformed = transformed(stripped);

        assertThat(frame(transformed).methods).extracting(it -> it.name).doesNotContain("local");
    }

    @Test
    void withoutNames_thereAreNoLocals() throws Exception {
        byte[] stripped = rewritten(javac("A", ADDING), ClassReader.SKIP_DEBUG, it -> {});

        assertThat(locals("A", transformed(stripped))).containsOnly(Map.of());
    }

    @Test
    void withNamesOfParametersOnly_thoseAreThere() throws Exception {
        List<Map<String, Object>> locals = locals("A", transformed(javac("A", ADDING, "-g:none")));

        assertThat(locals.subList(0, 3)).allSatisfy(it -> assertThat(it).containsOnlyKeys("a"));
        assertThat(locals.get(3)).isEmpty();
    }

    /** Nothing tells an assigned parameter from another variable that has got its slot. */
    @Test
    void withNamesOfParametersOnly_assignedOnesAreArgumentsOnly() throws Exception {
        List<Map<String, Object>> locals = locals("P", transformed(javac("P", ASSIGNING, "-g:none")));

        assertThat(locals.get(0)).containsOnlyKeys("a");
        assertThat(locals.get(1)).isEmpty();
        assertThat(locals.get(2)).isEmpty();
    }

    @Test
    void withAllNames_assignedParametersAreThere() throws Exception {
        List<Map<String, Object>> locals = locals("P", transformed(javac("P", ASSIGNING)));

        assertThat(locals.get(1)).containsOnlyKeys("a");
        assertThat(locals.get(2)).containsOnlyKeys("a").containsEntry("a", null);
    }

    @Test
    void deadVariables_areThereIfTheyAreKept() throws Exception {
        Outcome.Transformed kept = transformed(javac("A", ADDING), new TransformOptions(true, true));

        List<Map<String, Object>> locals = locals("A", kept);

        assertThat(locals.get(2)).containsOnlyKeys("a", "n", "odd").containsEntry("n", 1);
        assertThat(locals.get(3)).containsOnlyKeys("a", "n", "odd").containsEntry("n", 3);
    }

    /** The verifier wants both defined in the handler, as it takes each instruction in the try for one that throws. */
    @Test
    void variablesThatOnlyTheVerifierWants_areNotThere() throws Exception {
        String source = """
                public class V {
                    @Async public static Coroutine<Integer> f(Awaitable<Integer> a) {
                        String text = "text";
                        int number = 1;
                        await(a);
                        try {
                            text = null;
                            number = 2;
                            await(a);
                        } catch (IllegalStateException e) {
                            number += text == null ? 0 : text.length();
                        }
                        return result(number);
                    }
                }
                """;

        List<Map<String, Object>> locals = locals("V", transformed(javac("V", source)));

        assertThat(locals.get(1)).containsOnlyKeys("a");
        assertThat(locals.get(2)).containsOnlyKeys("text", "number").containsEntry("text", null);
    }

    @Test
    void namesOfAnotherTypeThanTheValue_areNotBelieved() throws Exception {
        byte[] wrong = rewritten(javac("A", ADDING), 0, method -> {
            if (method.localVariables != null) {
                method.localVariables.stream()
                        .filter(it -> it.name.equals("odd"))
                        .forEach(it -> it.desc = "Ljava/lang/String;");
            }
        });

        assertThat(locals("A", transformed(wrong)).get(2)).containsOnlyKeys("a");
    }

    @Test
    void theReceiver_isNoVariable_whateverIsInItsSlot() throws Exception {
        String source = """
                public class R {
                    @Async public static Coroutine<Integer> f(Awaitable<Integer> a) { return result(await(new R().g(a))); }
                    @Async Coroutine<Integer> g(Awaitable<Integer> a) {
                        await(a);
                        String text = "text1";
                        int sum = await(suspending());
                        return result(text.length() + sum);
                    }
                    @Async static Coroutine<Integer> suspending() { suspend(1); return result(1); }
                }
                """;
        byte[] overwritten = rewritten(javac("R", source), ClassReader.SKIP_FRAMES, method -> {
            if (method.name.equals("g")) {
                method.instructions.forEach(insn -> {
                    if (insn instanceof VarInsnNode access && access.var == 2) {
                        access.var = 0;
                    }
                });
            }
        });

        assertThat(localsOfAwaited("R", transformed(overwritten))).containsExactly(Map.of(), Map.of());
        assertThat(localsOfAwaited("R", transformed(javac("R", source))).get(1)).isEqualTo(Map.of("text", "text1"));
    }

    @Test
    void aTableThatIsTooLongForAConstant_isCut() throws Exception {
        String padding = "x".repeat(230);
        String declared = IntStream.range(0, 300)
                .mapToObj(it -> "int %s%d = %d;".formatted(padding, it, it))
                .collect(Collectors.joining("\n"));
        String sum = IntStream.range(0, 300).mapToObj(it -> padding + it).collect(Collectors.joining(" + "));
        String source = """
                public class L {
                    @Async public static Coroutine<Integer> f(Awaitable<Integer> a) {
                        %s
                        return result(await(a) + %s);
                    }
                }
                """.formatted(declared, sum);

        Map<String, Object> locals =
                locals("L", transformed(javac("L", source))).get(1);

        assertThat(locals).hasSize(300);
        IntStream.range(0, 300).forEach(it -> assertThat(locals).containsEntry(padding + it, it));
        assertThat(locals.keySet()).first().isEqualTo(padding + 0);
        assertThat(locals.keySet()).last().isEqualTo(padding + 299);
    }

    @Test
    void hundredsOfStates_haveEachTheirOwn() throws Exception {
        String awaits = IntStream.range(0, 200)
                .mapToObj(it -> "{ int v%d = %d; await(a); n += v%d; }".formatted(it, it, it))
                .collect(Collectors.joining("\n"));
        String source = """
                public class S {
                    @Async public static Coroutine<Integer> f(Awaitable<Integer> a) {
                        int n = 0;
                        %s
                        return result(n);
                    }
                }
                """.formatted(awaits);

        List<Map<String, Object>> locals = locals("S", transformed(javac("S", source)));

        assertThat(locals).hasSize(201);
        for (int point = 0; point < 200; point++) {
            int sum = point * (point - 1) / 2;
            assertThat(locals.get(point + 1)).containsEntry("n", sum).containsEntry("v" + point, point);
            assertThat(locals.get(point + 1)).hasSize(point == 199 ? 2 : 3);
        }
    }

    @Test
    void patternsOfNewerLanguages_haveTheirVariables() throws Exception {
        assumeTrue(Runtime.version().feature() >= 22, "record patterns and _ came with Java 21 and 22");
        String source = """
                public class N {
                    record Pair(Object left, long right) {}
                    @Async public static Coroutine<Integer> f(Awaitable<Integer> a) {
                        int sum = 0;
                        for (Object given : List.of("text", new Pair("in", 5), new Pair(7, 8))) {
                            sum += switch (given) {
                                case String text when text.length() > 1 -> await(a) + text.length();
                                case Pair(String in, long right) -> await(a) + in.length() + (int) right;
                                case Pair(var left, long _) when left instanceof Integer number -> await(a) + number;
                                default -> 0;
                            };
                        }
                        return result(sum);
                    }
                }
                """;

        Map<String, byte[]> compiled = ClassFiles.compile("N", source);
        List<Map<String, Object>> locals =
                locals(Performance.made("N", transformed(compiled.get("N")), Map.of("N$Pair", compiled.get("N$Pair"))));

        assertThat(locals.get(1)).containsOnlyKeys("a", "text").containsEntry("text", "text");
        assertThat(locals.get(2)).containsOnlyKeys("a", "in", "right").containsEntry("right", 5L);
        assertThat(locals.get(3)).containsOnlyKeys("a", "number").containsEntry("number", 7);
    }

    @Test
    void classFilesOfEclipsesCompiler_haveTheirVariables() throws Exception {
        String source = """
                import static dev.fermata.Coroutine.*;
                import dev.fermata.*;
                public class E {
                    @Async public static Coroutine<Integer> f(Awaitable<Integer> a) {
                        int sum = 0;
                        for (String word : java.util.List.of("a", "bc")) {
                            char first = word.charAt(0);
                            try { sum += word.length() + await(a); } finally { sum += first + await(a); }
                        }
                        return result(sum);
                    }
                }
                """;
        byte[] compiled = EclipseCompiler.compile(folder, "E", source);

        List<Map<String, Object>> locals = locals("E", transformed(compiled));

        assertThat(locals.get(0)).containsOnlyKeys("a");
        assertThat(locals.get(1)).containsOnlyKeys("a", "sum", "first").containsEntry("first", 'a');
        assertThat(locals.get(4)).containsOnlyKeys("a");
    }

    private static byte[] javac(String name, String source, String... options) {
        return ClassFiles.compile(name, source, options).get(name);
    }

    private static Outcome.Transformed transformed(byte[] plain) {
        return transformed(plain, TransformOptions.DEFAULTS);
    }

    private static Outcome.Transformed transformed(byte[] plain, TransformOptions options) {
        return (Outcome.Transformed) Transformer.transform(plain, Lookups.RUNTIME, options);
    }

    private static byte[] rewritten(byte[] classFile, int skipped, Consumer<MethodNode> change) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, skipped);
        node.methods.forEach(change);
        ClassWriter writer = new ClassWriter((skipped & ClassReader.SKIP_FRAMES) == 0 ? 0 : ClassWriter.COMPUTE_FRAMES);
        node.accept(writer);
        return writer.toByteArray();
    }

    private static ClassNode frame(Outcome.Transformed transformed) {
        ClassNode frame = new ClassNode();
        new ClassReader(transformed.extras().get(0).bytes()).accept(frame, 0);
        return frame;
    }

    private static MethodNode method(ClassNode type, String name) {
        return type.methods.stream()
                .filter(it -> it.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The locals of f at its start and at each suspension. */
    private static List<Map<String, Object>> locals(String name, Outcome.Transformed transformed) throws Exception {
        return locals(Performance.made(name, transformed, Map.of()));
    }

    private static List<Map<String, Object>> locals(Coroutine<?> coroutine) {
        List<Map<String, Object>> locals = new ArrayList<>();
        locals.add(Inspect.locals(coroutine));
        while (coroutine.send(locals.size() == 1 ? null : 1) instanceof Coroutine.Step.Suspended<?>) {
            locals.add(Inspect.locals(coroutine));
        }
        return locals;
    }

    /** Those of what f awaits, at each suspension. */
    private static List<Map<String, Object>> localsOfAwaited(String name, Outcome.Transformed transformed)
            throws Exception {
        Coroutine<?> coroutine = Performance.made(name, transformed, Map.of());
        List<Map<String, Object>> locals = new ArrayList<>();
        while (coroutine.send(locals.isEmpty() ? null : 1) instanceof Coroutine.Step.Suspended<?>) {
            locals.add(Inspect.locals(Inspect.awaiting(coroutine)));
        }
        return locals;
    }
}
