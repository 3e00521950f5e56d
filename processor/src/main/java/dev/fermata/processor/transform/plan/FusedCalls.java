package dev.fermata.processor.transform.plan;

import dev.fermata.processor.transform.analysis.Adjacent;
import dev.fermata.processor.transform.analysis.FunctionAnalysis;
import dev.fermata.processor.transform.analysis.FunctionKind;
import dev.fermata.processor.transform.analysis.Intrinsic;
import dev.fermata.processor.transform.analysis.ReturnPoint;
import dev.fermata.processor.transform.analysis.SuspensionPoint;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the awaits of a class that can enter the body of what they await, and the returns that can enter the body of what
 * they return.
 *
 * <p>A call is fused if it stands right before the await or return, with nothing that jumps between the two and no protected range that
 * begins or ends there, and if the class file alone tells which body it runs: the function is of this class and static,
 * private or final, or the class is final. Only of this class: caller and callee then always come from one compile, and so
 * know the same form of the body. A function of another class may lose its {@code @Async} in a later version and is called as any method;
 * one that may be overridden is, too, for whoever overrides it may have been compiled without the processor. The functions of
 * the runtime that have {@link RuntimeEntries} are the exception: those are part of the ABI.
 */
public final class FusedCalls {
    private final ClassNode host;
    private final Map<String, FunctionAnalysis> callees = new HashMap<>();
    private final Map<String, String> classNames;
    private final Map<SuspensionPoint, FusedCall> awaits = new IdentityHashMap<>();
    private final Map<AbstractInsnNode, FusedCall> returns = new IdentityHashMap<>();
    private final Map<String, MethodInsnNode> entered = new HashMap<>();
    private final Map<String, Primitive> primitives = new HashMap<>();

    private FusedCalls(ClassNode host, Map<String, String> classNames) {
        this.host = host;
        this.classNames = classNames;
    }

    /**
     * Finds them.
     *
     * @param host the class
     * @param functions its functions
     * @param classNames the internal names of their generated classes, by name and descriptor of the function
     * @return what was found
     */
    public static FusedCalls of(ClassNode host, List<FunctionAnalysis> functions, Map<String, String> classNames) {
        FusedCalls found = new FusedCalls(host, classNames);
        functions.stream()
                .filter(found::isCallee)
                .forEach(it -> found.callees.put(key(it.function().method()), it));
        functions.forEach(found::find);
        found.findPrimitives(functions);
        return found;
    }

    /**
     * Names a method.
     *
     * @param method a method
     * @return name and descriptor
     */
    public static String key(MethodNode method) {
        return method.name + method.desc;
    }

    /** The call that a suspension point is fused with, if it is. */
    Optional<FusedCall> at(SuspensionPoint point) {
        return Optional.ofNullable(awaits.get(point));
    }

    /** The calls that return instructions are fused with, by instruction. */
    Map<AbstractInsnNode, FusedCall> returns(FunctionAnalysis caller) {
        Map<AbstractInsnNode, FusedCall> own = new IdentityHashMap<>();
        for (ReturnPoint point : caller.returns()) {
            FusedCall call = returns.get(point.insn());
            if (call != null) {
                own.put(point.insn(), call);
            }
        }
        return own;
    }

    /** One of the calls that enter the body of a function and make no frame, if there are any. */
    Optional<MethodInsnNode> of(MethodNode function) {
        return Optional.ofNullable(entered.get(key(function)));
    }

    /** What the body of a function hands over, if that is a primitive. */
    Optional<Primitive> primitive(MethodNode function) {
        return Optional.ofNullable(primitives.get(key(function)));
    }

    private void findPrimitives(List<FunctionAnalysis> functions) {
        Map<AbstractInsnNode, String> users = new IdentityHashMap<>();
        awaits.forEach((point, call) -> users.put(point.call(), key(call)));
        returns.forEach((insn, call) -> users.put(insn, key(call)));
        users.values().retainAll(callees.keySet());
        primitives.putAll(PrimitiveBodies.of(functions, users));
        awaits.replaceAll((point, call) -> ofPrimitive(call));
        returns.replaceAll((insn, call) -> ofPrimitive(call));
    }

    private FusedCall ofPrimitive(FusedCall call) {
        FunctionAnalysis callee = callees.get(key(call));
        return callee == null || primitive(callee.function().method()).isEmpty()
                ? call
                : body(call.call(), callee.function().method());
    }

    /** The function that is called; no key of a function if it is one of the runtime. */
    private String key(FusedCall call) {
        return call.passes() == FusedCall.Passes.MACHINE ? "" : call.call().name + call.call().desc;
    }

    private boolean isCallee(FunctionAnalysis analysis) {
        MethodNode method = analysis.function().method();
        boolean known = (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)) != 0
                || (host.access & Opcodes.ACC_FINAL) != 0;
        return known
                && (analysis.function().kind() == FunctionKind.COROUTINE
                        || analysis.function().kind() == FunctionKind.GENERATOR)
                && !layout(method).argumentsInFrame()
                && FunctionPlan.keepsReceiver(method);
    }

    private void find(FunctionAnalysis caller) {
        MethodNode method = caller.function().method();
        for (SuspensionPoint point : caller.points()) {
            FunctionKind kind = awaited(point.intrinsic());
            if (kind != null) {
                before(point.call(), method, kind).ifPresent(it -> awaits.put(point, it));
            }
        }
        if (caller.function().kind() == FunctionKind.COROUTINE) {
            for (ReturnPoint point : caller.returns()) {
                if (!point.leavesRange()) {
                    before(point.insn(), method, FunctionKind.COROUTINE).ifPresent(it -> returns.put(point.insn(), it));
                }
            }
        }
    }

    private Optional<FusedCall> before(AbstractInsnNode user, MethodNode method, FunctionKind kind) {
        MethodInsnNode call = Adjacent.before(user, method) instanceof MethodInsnNode it ? it : null;
        if (call != null && kind == FunctionKind.COROUTINE) {
            Optional<FusedCall> entry = RuntimeEntries.of(call);
            if (entry.isPresent()) {
                return entry;
            }
        }
        FunctionAnalysis callee =
                call == null || !call.owner.equals(host.name) ? null : callees.get(call.name + call.desc);
        if (call == null || callee == null || callee.function().kind() != kind) {
            return Optional.empty();
        }
        MethodNode function = callee.function().method();
        entered.putIfAbsent(key(function), call);
        return Optional.of(kind == FunctionKind.GENERATOR ? generator(call, function) : body(call, function));
    }

    /** What an intrinsic awaits, if it may be entered. */
    private static @Nullable FunctionKind awaited(Intrinsic intrinsic) {
        return switch (intrinsic) {
            case AWAIT -> FunctionKind.COROUTINE;
            case YIELD_FROM -> FunctionKind.GENERATOR;
            default -> null;
        };
    }

    private FusedCall body(MethodInsnNode call, MethodNode function) {
        MethodInsnNode entering = new MethodInsnNode(
                call.getOpcode(),
                call.owner,
                FunctionPlan.bodyName(function),
                layout(function).descriptor(),
                call.itf);
        return new FusedCall(call, entering, FusedCall.Passes.FRAME_MACHINE_DEPTH, primitive(function));
    }

    private FusedCall generator(MethodInsnNode call, MethodNode function) {
        MethodInsnNode entering = new MethodInsnNode(
                Opcodes.INVOKESTATIC,
                classNames.get(key(function)),
                FunctionPlan.ENTER,
                FunctionPlan.enterDescriptor(function, host.name));
        return new FusedCall(call, entering, FusedCall.Passes.MACHINE_DEPTH, Optional.empty());
    }

    private BodyLayout layout(MethodNode function) {
        return BodyLayout.of(function, className(function), primitive(function));
    }

    private String className(MethodNode function) {
        return Objects.requireNonNull(classNames.get(key(function)));
    }
}
