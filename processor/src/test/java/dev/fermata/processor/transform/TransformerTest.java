package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

final class TransformerTest {
    private static final String PROGRAM = """
            class Program {
                int untouched(int[] values) {
                    int sum = 0;
                    for (int value : values) { sum += value; }
                    return sum;
                }
                @Async Coroutine<String> greet(String name, long times) throws java.io.IOException {
                    String all = "";
                    for (long i = 0; i < times; i++) { all += await(word(name)); }
                    return result(all);
                }
                @Async static Coroutine<String> word(String word) { return result(word); }
                @Yields Generator<Integer> numbers() { Generator.yield(1); return Generator.end(); }
            }
            """;

    @Test
    void classesWithoutFunctionsAreUnchanged() {
        byte[] plain = ClassFiles.compile("Plain", "class Plain { int one() { return 1; } }")
                .get("Plain");

        assertThat(transform(plain)).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void whatWasTransformedIsUnchanged() {
        Outcome.Transformed once = transformed(program());

        assertThat(transform(once.bytes())).isInstanceOf(Outcome.Unchanged.class);
        for (GeneratedClass extra : once.extras()) {
            assertThat(transform(extra.bytes())).isInstanceOf(Outcome.Unchanged.class);
        }
    }

    @Test
    void sameInputGivesSameBytes() {
        Outcome.Transformed first = transformed(program());
        Outcome.Transformed second = transformed(program());

        assertThat(first.bytes()).isEqualTo(second.bytes());
        for (int index = 0; index < first.extras().size(); index++) {
            assertThat(first.extras().get(index).bytes())
                    .isEqualTo(second.extras().get(index).bytes());
        }
    }

    @Test
    void inputIsNotModified() {
        byte[] input = program();
        byte[] copy = input.clone();

        transform(input);

        assertThat(input).isEqualTo(copy);
    }

    @Test
    void eachFunctionGetsAClassNamedAfterIt() {
        assertThat(transformed(program()).extras())
                .extracting(GeneratedClass::name)
                .containsExactly("Program$greet$Coroutine", "Program$word$Coroutine", "Program$numbers$Generator");
    }

    @Test
    void overloadsGetNumbers() {
        String source = """
                class Overloads {
                    @Async Coroutine<Integer> f() { return result(0); }
                    @Async Coroutine<Integer> f(int a) { return result(a); }
                }
                """;

        assertThat(transformed(ClassFiles.compile("Overloads", source).get("Overloads"))
                        .extras())
                .extracting(GeneratedClass::name)
                .containsExactly("Overloads$f$Coroutine", "Overloads$f$Coroutine2");
    }

    @Test
    void nameOfAnExistingClassIsAvoided() {
        String source = """
                class Clash {
                    static class f { static class Coroutine { } }
                    @Async dev.fermata.Coroutine<Integer> f() { return result(0); }
                }
                """;

        assertThat(transformed(ClassFiles.compile("Clash", source).get("Clash")).extras())
                .extracting(GeneratedClass::name)
                .containsExactly("Clash$f$Coroutine2");
    }

    @Test
    void methodsThatHoldNoAwaitKeepTheirBytes() {
        byte[] before = program();
        byte[] after = transformed(before).bytes();

        assertThat(MethodBytes.of(after, "untouched")).isEqualTo(MethodBytes.of(before, "untouched"));
        assertThat(MethodBytes.of(after, "<init>")).isEqualTo(MethodBytes.of(before, "<init>"));
    }

    @Test
    void stubKeepsModifiersExceptionsAndAnnotations() {
        MethodNode stub = method(transformed(program()).bytes(), "greet");

        assertThat(stub.desc).isEqualTo("(Ljava/lang/String;J)Ldev/fermata/Coroutine;");
        assertThat(stub.access).isZero();
        assertThat(stub.exceptions).containsExactly("java/io/IOException");
        assertThat(stub.signature).isEqualTo("(Ljava/lang/String;J)Ldev/fermata/Coroutine<Ljava/lang/String;>;");
        assertThat(stub.visibleAnnotations).extracting(it -> it.desc).containsExactly("Ldev/fermata/Async;");
        assertThat(stub.localVariables).extracting(it -> it.name).containsExactlyInAnyOrder("this", "name", "times");
    }

    @Test
    void bodyIsPrivateAndKeepsVariablesAndLines() {
        MethodNode before = method(program(), "greet");
        MethodNode body = method(transformed(program()).bytes(), "greet$async");

        assertThat(body.access).isEqualTo(Opcodes.ACC_PRIVATE);
        assertThat(body.localVariables)
                .extracting(it -> it.name)
                .containsExactlyInAnyOrderElementsOf(
                        before.localVariables.stream().map(it -> it.name).toList());
        assertThat(MethodBytes.lines(body)).containsAll(MethodBytes.lines(before));
    }

    @Test
    void constantPoolIsKept() {
        byte[] before = program();
        byte[] after = transformed(before).bytes();
        int pool = 10; // JVMS 4.1: behind magic, version and count
        int end = new ClassReader(before).header;

        assertThat(Arrays.copyOfRange(after, pool, end)).isEqualTo(Arrays.copyOfRange(before, pool, end));
    }

    /** javac 17 keeps the body of the lambda, javac 25 does not. */
    @Test
    void asyncLambdaInCodeThatAConstantMakesDeadIsRewrittenIfJavacKeepsIt() {
        String source = """
                class Dead {
                    static final boolean DEBUG = false;
                    @Async Coroutine<Integer> f(Awaitable<Integer> a) throws Exception {
                        if (DEBUG) { AsyncSupplier<Integer> s = () -> result(await(a)); return s.get(); }
                        return result(1);
                    }
                }
                """;

        ClassNode host =
                read(transformed(ClassFiles.compile("Dead", source).get("Dead")).bytes());

        assertThat(host.methods).flatExtracting(TransformerTest::calls).doesNotContain("dev/fermata/Coroutine.await");
    }

    @Test
    void awaitNamedThroughASubclassIsASuspensionPoint() {
        String source = """
                class Sub extends Coroutine<Integer> {
                    @Override protected Object step(dev.fermata.machine.Machine machine, int state) { return 1; }
                    @Async static Coroutine<Integer> inherited() { int n = await(new Sub()); return Coroutine.result(n); }
                    static class Other {
                        @Async Coroutine<Integer> named() { return Coroutine.result(Sub.await(new Sub())); }
                    }
                }
                """;
        Map<String, byte[]> classes = ClassFiles.compile("Sub", source);

        assertThat(calls(method(transformed(classes.get("Sub")).bytes(), "inherited$async")))
                .contains("dev/fermata/machine/Machine.await")
                .noneMatch(it -> it.startsWith("Sub.await"));
        assertThat(calls(method(transformed(classes.get("Sub$Other")).bytes(), "named$async")))
                .contains("dev/fermata/machine/Machine.await")
                .noneMatch(it -> it.startsWith("Sub.await"));
    }

    @Test
    void generatedClassesAreNestMembersOfTheNestHost() {
        ClassNode host = read(transformed(program()).bytes());

        assertThat(host.nestMembers)
                .contains("Program$greet$Coroutine", "Program$word$Coroutine", "Program$numbers$Generator");
    }

    @Test
    void nestHostOfANestedClassIsNamed() {
        String source = """
                class Outer {
                    static class Inner { @Async Coroutine<Integer> f() { return result(0); } }
                }
                """;
        Map<String, byte[]> classes = ClassFiles.compile("Outer", source);

        Outcome.Transformed inner = transformed(classes.get("Outer$Inner"));

        assertThat(inner.nestHost()).isEqualTo("Outer");
        byte[] outer = NestMembers.add(classes.get("Outer"), List.of("Outer$Inner$f$Coroutine", "Outer$Inner"));
        assertThat(read(outer).nestMembers).containsExactly("Outer$Inner", "Outer$Inner$f$Coroutine");
        assertThat(read(inner.extras().get(0).bytes()).nestHostClass).isEqualTo("Outer");
    }

    @Test
    void corruptInputIsRejectedAndNeverThrows() {
        byte[] good = program();
        Random random = new Random(20);
        for (int round = 0; round < 3000; round++) {
            byte[] bad = good.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            assertThat(transform(bad)).isNotNull();
        }
        for (int length = 0; length < good.length; length += 7) {
            assertThat(transform(Arrays.copyOf(good, length))).isInstanceOf(Outcome.Rejected.class);
        }
        assertThat(transform(ClassFiles.noise())).isInstanceOf(Outcome.Rejected.class);
    }

    private static byte[] program() {
        return ClassFiles.compile("Program", PROGRAM).get("Program");
    }

    private static Outcome transform(byte[] classFile) {
        return Transformer.transform(classFile, Lookups.RUNTIME, TransformOptions.DEFAULTS);
    }

    private static Outcome.Transformed transformed(byte[] classFile) {
        Outcome outcome = transform(classFile);
        assertThat(outcome).isInstanceOf(Outcome.Transformed.class);
        return (Outcome.Transformed) outcome;
    }

    private static ClassNode read(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, 0);
        return node;
    }

    private static MethodNode method(byte[] classFile, String name) {
        return read(classFile).methods.stream()
                .filter(it -> it.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> calls(MethodNode method) {
        return StreamSupport.stream(method.instructions.spliterator(), false)
                .filter(MethodInsnNode.class::isInstance)
                .map(it -> ((MethodInsnNode) it).owner + "." + ((MethodInsnNode) it).name)
                .toList();
    }
}
