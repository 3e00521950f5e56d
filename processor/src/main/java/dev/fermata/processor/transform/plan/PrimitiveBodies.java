package dev.fermata.processor.transform.plan;

import dev.fermata.processor.transform.analysis.Adjacent;
import dev.fermata.processor.transform.analysis.FunctionAnalysis;
import dev.fermata.processor.transform.analysis.FunctionKind;
import dev.fermata.processor.transform.analysis.ReturnPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Finds the bodies that hand over a primitive: each of their returns is of a value that the function boxes right there, or of what
 * another such body hands over. All of one type: what else there is, a null or the outcome of a coroutine that is made, has no place in an int.
 *
 * <p>Of bodies that return what each other returns, all are taken for such at first, and those are dropped for which it does not hold.
 */
final class PrimitiveBodies {
    private final Map<AbstractInsnNode, String> entered;
    private final Map<String, List<Source>> sources = new HashMap<>();
    private final Map<String, Primitive> found = new HashMap<>();

    /**
     * Where a returned value comes from.
     *
     * @param type what is boxed for the return, or what it is cast to the box of; null if the code does not tell
     * @param function the function whose body hands it over; null if it is boxed
     */
    private record Source(
            @Nullable Primitive type, @Nullable String function) {}

    private PrimitiveBodies(Map<AbstractInsnNode, String> entered) {
        this.entered = entered;
    }

    /**
     * Finds them.
     *
     * @param functions the functions of a class
     * @param entered the functions whose bodies are entered, by the await or the return that does
     * @return the types, by function
     */
    static Map<String, Primitive> of(List<FunctionAnalysis> functions, Map<AbstractInsnNode, String> entered) {
        PrimitiveBodies bodies = new PrimitiveBodies(entered);
        Set<String> all = new HashSet<>(entered.values());
        for (FunctionAnalysis function : functions) {
            String key = FusedCalls.key(function.function().method());
            if (function.function().kind() == FunctionKind.COROUTINE && all.contains(key)) {
                bodies.sources(function).ifPresent(it -> bodies.sources.put(key, it));
            }
        }
        bodies.settle();
        return bodies.found;
    }

    private void settle() {
        do {
            boolean changed = true;
            while (changed) {
                changed = false;
                for (String function : List.copyOf(sources.keySet())) {
                    changed |= look(function);
                }
            }
            // Those that only return each other have no type, and never return.
        } while (sources.keySet().retainAll(found.keySet()));
    }

    /** Tells whether that has changed anything. */
    private boolean look(String function) {
        Primitive type = found.get(function);
        for (Source source : sources.getOrDefault(function, List.of())) {
            String callee = source.function();
            if (callee != null && !sources.containsKey(callee)) {
                return drop(function);
            }
            for (Primitive handed : Arrays.asList(source.type(), callee == null ? null : found.get(callee))) {
                if (handed != null && type != null && handed != type) {
                    return drop(function);
                }
                type = type == null ? handed : type;
            }
        }
        return type != null && found.put(function, type) == null;
    }

    private boolean drop(String function) {
        sources.remove(function);
        found.remove(function);
        return true;
    }

    /** Of all returns of a function; empty if one of them is of something else. */
    private Optional<List<Source>> sources(FunctionAnalysis function) {
        MethodNode method = function.function().method();
        List<Source> all = new ArrayList<>();
        for (ReturnPoint point : function.returns()) {
            String callee = entered.get(point.insn());
            if (callee != null) {
                all.add(new Source(null, callee));
                continue;
            }
            if (point.endings().isEmpty()) {
                return Optional.empty();
            }
            for (MethodInsnNode ending : point.endings()) {
                Source source = source(ending, method);
                if (source == null) {
                    return Optional.empty();
                }
                all.add(source);
            }
        }
        return Optional.of(all);
    }

    /** What stands right before the call of result(). */
    private @Nullable Source source(MethodInsnNode ending, MethodNode method) {
        if (Type.getArgumentTypes(ending.desc).length == 0) {
            return null;
        }
        AbstractInsnNode before = Adjacent.before(ending, method);
        Optional<Primitive> boxed = Primitive.boxedBy(before);
        if (boxed.isPresent()) {
            // Both calls are removed: a range that has nothing else in it would be empty.
            return isFirstOfRange(before, method) ? null : new Source(boxed.get(), null);
        }
        Optional<Primitive> cast = Primitive.castTo(before);
        AbstractInsnNode await = before != null && cast.isPresent() ? Adjacent.before(before, method) : before;
        String callee = await == null ? null : entered.get(await);
        return callee == null ? null : new Source(cast.orElse(null), callee);
    }

    private static boolean isFirstOfRange(@Nullable AbstractInsnNode insn, MethodNode method) {
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            AbstractInsnNode first = range.start;
            while (first != null && first.getOpcode() < 0) {
                first = first.getNext();
            }
            if (first == insn) {
                return true;
            }
        }
        return false;
    }
}
