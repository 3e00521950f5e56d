package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Which awaits enter the body of what they await, and which have a coroutine made. */
final class FusedCallsTest {
    private static final List<String> ENTERED = List.of("g$async");
    private static final List<String> MADE = List.of("g", "asCoroutine");

    @Test
    void staticFunctionsOfTheClass_areEntered() {
        assertThat(callsOf("@Async static Coroutine<Integer> g(int x) { return result(x); }", "await(g(1))"))
                .isEqualTo(ENTERED);
    }

    @Test
    void privateFunctionsOfTheClass_areEntered_ofAnyObject() {
        String callee = "@Async private Coroutine<Integer> g(int x) { return result(x); }";

        assertThat(callsOf(callee, "await(g(1))")).isEqualTo(ENTERED);
        assertThat(callsOf(callee, "await(new Program().g(1))")).isEqualTo(ENTERED);
    }

    @Test
    void finalFunctionsOfTheClass_areEntered() {
        assertThat(callsOf("@Async final Coroutine<Integer> g(int x) { return result(x); }", "await(g(1))"))
                .isEqualTo(ENTERED);
    }

    @Test
    void functionsThatMayBeOverridden_areCalled() {
        assertThat(callsOf("@Async Coroutine<Integer> g(int x) { return result(x); }", "await(g(1))"))
                .isEqualTo(MADE);
    }

    @Test
    void functionsOfOtherClasses_areCalled() {
        assertThat(callsOf(
                        "static class Other { @Async static Coroutine<Integer> g(int x) { return result(x); } }",
                        "await(Other.g(1))"))
                .isEqualTo(MADE);
    }

    @Test
    void methodsThatAreNoFunctions_areCalled() {
        assertThat(callsOf("static Coroutine<Integer> g(int x) { return result(x); }", "await(g(1))"))
                .isEqualTo(MADE);
    }

    @Test
    void coroutinesThatAreKept_areMade() {
        String callee = "@Async static Coroutine<Integer> g(int x) { return result(x); }";

        assertThat(callsOf(callee, "await(java.util.Objects.requireNonNull(g(1)))"))
                .isEqualTo(List.of("g", "requireNonNull", "asCoroutine"));
        assertThat(callsOf(callee, "gather(g(1))")).isEqualTo(List.of("g"));
    }

    @Test
    void ofTwoThatAreChosenFrom_noneIsEnteredWhereTheOtherArrives() {
        assertThat(callsOf(
                        "@Async static Coroutine<Integer> g(int x) { return result(x); }",
                        "await(hashCode() > 0 ? g(1) : g(2))"))
                .isEqualTo(List.of("hashCode", "g", "g", "asCoroutine"));
    }

    @Test
    void argumentsUpToWhatABodyHasRoomFor_areEntered() {
        String most = "int x, " + longs(124);

        assertThat(callsOf(callee(most), "await(g(1, " + zeroes(124) + "))")).isEqualTo(ENTERED);
        assertThat(callsOf(callee(most + ", int y"), "await(g(1, " + zeroes(124) + ", 2))"))
                .isEqualTo(ENTERED);
        assertThat(callsOf(callee(most + ", int y, int z, int w"), "await(g(1, " + zeroes(124) + ", 2, 3, 4))"))
                .isEqualTo(ENTERED);
        assertThat(callsOf(
                        callee(most + ", int y, int z, int w, int v"), "await(g(1, " + zeroes(124) + ", 2, 3, 4, 5))"))
                .isEqualTo(MADE);
    }

    /** The table of the entries is right if each call of one is right: Entries is a class that javac has on its path here. */
    @Test
    void functionsOfTheRuntimeThatHaveAnEntry_areEntered() {
        assertThat(callsOf("static AsyncQueue<Integer> queue;", "await(queue.get())"))
                .isEqualTo(List.of("Entries.get"));
        assertThat(callsOf("static AsyncQueue<Integer> queue;", "await(queue.put(1))"))
                .isEqualTo(List.of("Entries.put"));
        assertThat(callsOf("static AsyncLock lock;", "await(lock.acquire())")).isEqualTo(List.of("Entries.acquire"));
        assertThat(callsOf("static AsyncSemaphore permits;", "await(permits.acquire())"))
                .isEqualTo(List.of("Entries.acquire"));
        assertThat(callsOf("static BoundedAsyncSemaphore permits;", "await(permits.acquire())"))
                .isEqualTo(List.of("Entries.acquire"));
        assertThat(callsOf("static AsyncEvent event;", "await(event.waitFor())"))
                .isEqualTo(List.of("Entries.waitFor"));
        assertThat(callsOf("static java.time.Duration delay;", "await(dev.fermata.asyncio.Asyncio.sleep(delay))"))
                .isEqualTo(List.of("enter"));
    }

    @Test
    void otherFunctionsOfTheRuntime_areCalled() {
        assertThat(callsOf("static AsyncLock lock;", "await(lock.hold())")).isEqualTo(List.of("hold", "asCoroutine"));
        assertThat(callsOf("static AsyncQueue<Integer> queue;", "await(queue.join())"))
                .isEqualTo(List.of("join", "asCoroutine"));
        assertThat(callsOf("static java.time.Duration delay;", "await(dev.fermata.asyncio.Asyncio.sleep(delay, 1))"))
                .isEqualTo(List.of("sleep", "asCoroutine"));
    }

    @Test
    void functionsOfOthersThatHaveTheNameOfOneOfTheRuntime_areCalled() {
        assertThat(callsOf(
                        "static AsyncQueue<Integer> queue; static class AsyncQueue<T> { Coroutine<T> get() { return null; } }",
                        "await(queue.get())"))
                .isEqualTo(List.of("get", "asCoroutine"));
    }

    @Test
    void coroutinesOfTheRuntimeThatAreKept_areMade() {
        assertThat(callsOf("static AsyncQueue<Integer> queue;", "gather(queue.get())"))
                .isEqualTo(List.of("get"));
    }

    private static String callee(String parameters) {
        return "@Async static Coroutine<Integer> g(" + parameters + ") { return result(x); }";
    }

    private static String longs(int count) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < count; index++) {
            text.append(index == 0 ? "" : ", ").append("long l").append(index);
        }
        return text.toString();
    }

    private static String zeroes(int count) {
        return "0L, ".repeat(count - 1) + "0L";
    }

    /** What a function calls that has this expression in it, the runtime and boxing aside. */
    private static List<String> callsOf(String callee, String expression) {
        String source = """
                import dev.fermata.asyncio.sync.*;

                class Program {
                    %s
                    static Coroutine<Integer> gather(Coroutine<Integer> one) { return one; }
                    @Async Coroutine<Object> f() {
                        Object outcome = %s;
                        return result(outcome);
                    }
                }
                """.formatted(callee, expression.startsWith("gather") ? expression + " == null" : expression);
        Map<String, byte[]> classes = ClassFiles.compile("Program", source);
        Outcome outcome = Transformer.transform(classes.get("Program"), Lookups.RUNTIME, TransformOptions.DEFAULTS);
        ClassNode host = new ClassNode();
        new ClassReader(((Outcome.Transformed) outcome).bytes()).accept(host, 0);
        return host.methods.stream()
                .filter(it -> it.name.equals("f$async"))
                .flatMap(it -> StreamSupport.stream(it.instructions.spliterator(), false))
                .filter(MethodInsnNode.class::isInstance)
                .map(it -> (MethodInsnNode) it)
                .filter(it -> !it.owner.startsWith("dev/fermata/machine/")
                        && !it.owner.startsWith("Program$f$")
                        && !List.of("valueOf", "intValue", "gather", "<init>").contains(it.name))
                .map(it -> it.owner.equals("dev/fermata/asyncio/sync/Entries") ? "Entries." + it.name : it.name)
                .toList();
    }
}
