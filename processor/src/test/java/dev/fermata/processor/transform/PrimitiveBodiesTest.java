package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which bodies hand over a primitive, and what is left of the boxes around it. */
final class PrimitiveBodiesTest {
    private static final String BOXED = "java.lang.Object";

    @ParameterizedTest
    @CsvSource({
        "boolean, Boolean, int",
        "byte, Byte, int",
        "short, Short, int",
        "char, Character, int",
        "int, Integer, int",
        "long, Long, long",
        "float, Float, int",
        "double, Double, long",
    })
    void aBodyThatReturnsPrimitives_handsThemOver(String type, String box, String bits) {
        assertThat(returned("@Async static Coroutine<" + box + "> g(" + type + " x) { return result(x); }"
                        + "@Async static Coroutine<Void> f(" + type + " x) { await(g(x)); return done(); }"))
                .containsEntry("g", bits)
                .containsEntry("f", BOXED);
    }

    @Test
    void aBodyThatNobodyEnters_doesNot() {
        assertThat(returned("@Async static Coroutine<Long> g(long x) { return result(x); }"))
                .containsEntry("g", BOXED);
    }

    @Test
    void instanceFunctions_do() {
        assertThat(ofG("@Async private Coroutine<Long> g(long x) { return result(x); }"))
                .isEqualTo("long");
        assertThat(ofG("@Async final Coroutine<Long> g(long x) { return result(x); }"))
                .isEqualTo("long");
    }

    @Test
    void severalReturnsOfOneType_do() {
        assertThat(ofG("""
                @Async static Coroutine<Long> g(long x) {
                    try {
                        if (x > 1) {
                            return result(x);
                        }
                        await((Awaitable<Void>) null);
                        return result(x + 1);
                    } catch (RuntimeException e) {
                        return result(-1L);
                    }
                }
                """)).isEqualTo("long");
    }

    @Test
    void returnsThatAreChosenFrom_do() {
        assertThat(ofG("""
                @Async static Coroutine<Long> g(long x) {
                    return x > 5 ? result(x) : x > 3 ? result(x + 1) : result(await((Awaitable<Long>) null) + 1);
                }
                """)).isEqualTo("long");
        assertThat(ofG("""
                @Async static Coroutine<Long> g(long x) {
                    return switch ((int) x) {
                        case 1 -> result(x);
                        case 2, 3 -> { System.gc(); yield result(2L); }
                        default -> throw new IllegalStateException();
                    };
                }
                """)).isEqualTo("long");
    }

    /** The finally block comes between the two. */
    @Test
    void aReturnOutOfATryWithAFinally_keepsTheBoxes() {
        assertThat(
                        ofG(
                                "@Async static Coroutine<Long> g(long x) { try { return result(x); } finally { System.gc(); } }"))
                .isEqualTo(BOXED);
    }

    @Test
    void nullAmongThem_keepsTheBoxes() {
        assertThat(ofG("@Async static Coroutine<Long> g(long x) { return x > 1 ? result(x) : result(null); }"))
                .isEqualTo(BOXED);
        assertThat(
                        ofG(
                                "@Async static Coroutine<Long> g(long x) { if (x > 1) { return result(x); } return result(null); }"))
                .isEqualTo(BOXED);
    }

    @Test
    void aBoxThatWasThereBefore_isKept() {
        assertThat(ofG("@Async static Coroutine<Long> g(long x) { Long y = x; return result(y); }"))
                .isEqualTo(BOXED);
        assertThat(ofG("@Async static Coroutine<Long> g(long x) { return result(x > 1 ? Long.valueOf(x) : null); }"))
                .isEqualTo(BOXED);
        assertThat(ofG("@Async static Coroutine<Long> g(long x) { return result(Long.valueOf(\"1\")); }"))
                .isEqualTo(BOXED);
    }

    @Test
    void severalTypes_keepTheBoxes() {
        assertThat(ofG("@Async static Coroutine<Object> g(long x) { return x > 1 ? result(x) : result((int) x); }"))
                .isEqualTo(BOXED);
        assertThat(
                        ofG(
                                "@Async static Coroutine<? extends Number> g(long x) { if (x > 1) { return result(x); } return result(1.0); }"))
                .isEqualTo(BOXED);
    }

    @Test
    void aCoroutineThatIsReturned_keepsTheBoxes() {
        String other = "static Coroutine<Long> other() { return null; }";

        assertThat(
                        ofG(
                                other
                                        + "@Async static Coroutine<Long> g(long x) { if (x > 1) { return result(x); } return other(); }"))
                .isEqualTo(BOXED);
        assertThat(ofG(other + "@Async static Coroutine<Long> g(long x) { return x > 1 ? result(x) : other(); }"))
                .isEqualTo(BOXED);
        assertThat(
                        ofG(
                                "@Async static Coroutine<Long> g(long x) { if (x > 1) { return result(x); } return x > 0 ? g(x) : g(-x); }"))
                .as("two calls that are chosen from are not entered")
                .isEqualTo(BOXED);
    }

    @Test
    void whatAnEnteredBodyHandsOver_isHandedOn() {
        assertThat(returned("""
                @Async static Coroutine<Long> g(long x) { return result(x); }
                @Async static Coroutine<Long> byReturn(long x) { if (x > 1) { return g(x); } return result(1L); }
                @Async static Coroutine<Long> byAwait(long x) { return result(await(g(x))); }
                @Async static Coroutine<Object> asObject(long x) {
                    return result(
                        await(
                            g(x))
                    );
                }
                @Async static Coroutine<Void> f(long x) {
                    await(byReturn(x));
                    await(byAwait(x));
                    await(asObject(x));
                    return done();
                }
                """))
                .containsEntry("byReturn", "long")
                .containsEntry("byAwait", "long")
                .containsEntry("asObject", "long");
    }

    @Test
    void whatAnEnteredBodyHasInItsBox_isHandedOnSo() {
        assertThat(returned("""
                @Async static Coroutine<Long> g(long x) { return x > 1 ? result(x) : result(null); }
                @Async static Coroutine<Long> byReturn(long x) { if (x > 1) { return g(x); } return result(1L); }
                @Async static Coroutine<Long> byAwait(long x) { if (x > 1) { return result(await(g(x))); } return result(1L); }
                @Async static Coroutine<Void> f(long x) { await(byReturn(x)); await(byAwait(x)); return done(); }
                """)).containsEntry("byReturn", BOXED).containsEntry("byAwait", BOXED);
    }

    @Test
    void functionsThatReturnEachOther_do_ifAllThatEndDo() {
        String entered = "@Async static Coroutine<Void> f(int n) { await(even(n)); return done(); }";
        String even =
                "@Async static Coroutine<Boolean> even(int n) { if (n == 0) { return result(true); } return odd(n - 1); }";

        assertThat(
                        returned(
                                entered + even
                                        + "@Async static Coroutine<Boolean> odd(int n) { if (n == 0) { return result(false); } return even(n - 1); }"))
                .containsEntry("even", "int")
                .containsEntry("odd", "int");
        assertThat(returned(entered + even + "@Async static Coroutine<Boolean> odd(int n) { return even(n - 1); }"))
                .containsEntry("even", "int")
                .containsEntry("odd", "int");
        assertThat(
                        returned(
                                entered + even
                                        + "@Async static Coroutine<Boolean> odd(int n) { if (n == 0) { return result(null); } return even(n - 1); }"))
                .containsEntry("even", BOXED)
                .containsEntry("odd", BOXED);
        assertThat(returned(entered + "@Async static Coroutine<Boolean> even(int n) { return odd(n - 1); }"
                        + "@Async static Coroutine<Boolean> odd(int n) { return even(n - 1); }"))
                .containsEntry("even", BOXED)
                .containsEntry("odd", BOXED);
    }

    @Test
    void functionsThatReturnThoseOfTwoTypes_keepTheBoxes_andThoseDoNot() {
        assertThat(returned("""
                @Async static Coroutine<Long> g(long x) { return result(x); }
                @Async static Coroutine<Integer> h(int x) { return result(x); }
                @Async static Coroutine<? extends Number> either(int x) { if (x > 1) { return g(x); } return h(x); }
                @Async static Coroutine<? extends Number> on(int x) { return either(x); }
                @Async static Coroutine<Void> f(int x) { await(on(x)); return done(); }
                """))
                .containsEntry("g", "long")
                .containsEntry("h", "int")
                .containsEntry("either", BOXED)
                .containsEntry("on", BOXED);
    }

    /** Behind the others, so that an order in which each is looked at once is not enough. */
    @Test
    void aChainOfReturns_isFollowedToItsEnd() {
        StringBuilder chain =
                new StringBuilder("@Async static Coroutine<Void> f(int x) { await(g0(x)); return done(); }");
        for (int i = 0; i < 20; i++) {
            chain.append("@Async static Coroutine<Integer> g%d(int x) { return g%d(x); }".formatted(i, i + 1));
        }

        assertThat(returned(chain + "@Async static Coroutine<Integer> g20(int x) { return result(x); }"))
                .containsEntry("g0", "int");
        assertThat(returned(chain + "@Async static Coroutine<Integer> g20(int x) { return result(null); }"))
                .containsEntry("g0", BOXED);
    }

    @Test
    void whereTheValueIsUsedAsItIs_nothingIsBoxedInLine() {
        assertThat(boxing("long y = await(g(x)); return result((Object) (y > 1));"))
                .containsExactly("Boolean.valueOf");
        assertThat(boxing("await(g(x)); return result(null);")).isEmpty();
        assertThat(boxing("return result((Object) (await(g(x)) + await(g(x + 1)) == 3));"))
                .containsExactly("Boolean.valueOf");
        assertThat(boxing("Object y = await(g(x)); return result(y);")).containsExactly("Long.valueOf");
        assertThat(boxing("Long y = await(g(x)); return result((Object) y);")).containsExactly("Long.valueOf");
    }

    /** A call that finds the stack exhausted would leave the field set for the next body that returns the mark. */
    @Test
    void whatAsksWhyTheMarkWasReturned_hasAHandlerThatClearsTheField() {
        MethodNode body = method(
                transformed("@Async static Coroutine<Long> g(long x) { return result(x); }"
                        + "@Async static Coroutine<Long> f(long x) { return result(await(g(x)) + await(g(x + 1))); }"),
                "f$async");

        List<AbstractInsnNode> asking = StreamSupport.stream(body.instructions.spliterator(), false)
                .filter(it -> it instanceof MethodInsnNode call && call.name.equals("markedLong"))
                .toList();

        assertThat(asking)
                .hasSize(2)
                .allSatisfy(it -> assertThat(body.tryCatchBlocks).anySatisfy(block -> {
                    int index = body.instructions.indexOf(it);
                    assertThat(index)
                            .isGreaterThan(body.instructions.indexOf(block.start))
                            .isLessThan(body.instructions.indexOf(block.end));
                    assertThat(block.type).isNull();
                    AbstractInsnNode insn = block.handler;
                    while (insn.getOpcode() != Opcodes.PUTFIELD) {
                        insn = insn.getNext();
                        assertThat(insn).isNotInstanceOf(MethodInsnNode.class);
                    }
                    assertThat(((FieldInsnNode) insn).name).isEqualTo("suspended");
                }));
    }

    /** The boxing in the body of a function that has these statements, but not what is out of line. */
    private static List<String> boxing(String statements) {
        MethodNode body = method(
                transformed("@Async static Coroutine<Long> g(long x) { return result(x); }"
                        + "@Async static Coroutine<Object> f(long x) {" + statements + "}"),
                "f$async");
        return StreamSupport.stream(body.instructions.spliterator(), false)
                .filter(it -> it instanceof MethodInsnNode call && call.owner.startsWith("java/lang/"))
                .map(it -> (MethodInsnNode) it)
                .map(it -> it.owner.substring("java/lang/".length()) + "." + it.name)
                .toList();
    }

    private static String ofG(String function) {
        return returned(function + "@Async Coroutine<Void> f() { await(g(7)); return done(); }")
                .get("g");
    }

    /** What the bodies of functions return, by function. */
    private static Map<String, String> returned(String functions) {
        return transformed(functions).methods.stream()
                .filter(it -> it.name.endsWith("$async"))
                .collect(Collectors.toMap(
                        it -> it.name.replace("$async", ""),
                        it -> Type.getReturnType(it.desc).getClassName(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static MethodNode method(ClassNode host, String name) {
        return host.methods.stream()
                .filter(it -> it.name.equals(name))
                .findAny()
                .orElseThrow();
    }

    private static ClassNode transformed(String functions) {
        Map<String, byte[]> classes = ClassFiles.compile("Program", "class Program {" + functions + "}");
        Outcome outcome = Transformer.transform(classes.get("Program"), Lookups.RUNTIME, TransformOptions.DEFAULTS);
        ClassNode host = new ClassNode();
        new ClassReader(((Outcome.Transformed) outcome).bytes()).accept(host, 0);
        return host;
    }
}
