package dev.fermata.processor.transform.analysis;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The methods of the language whose calls are suspension points. */
public enum Intrinsic {
    /** Await of an awaitable. */
    AWAIT(AbiNames.COROUTINE, "await", "(L" + AbiNames.AWAITABLE + ";)Ljava/lang/Object;"),
    /** Await of a completion stage. */
    AWAIT_STAGE(AbiNames.COROUTINE, "await", "(Ljava/util/concurrent/CompletionStage;)Ljava/lang/Object;"),
    /** Await that names a checked exception for javac's sake. */
    AWAIT_THROWING(AbiNames.COROUTINE, "await", "(L" + AbiNames.AWAITABLE + ";Ljava/lang/Class;)Ljava/lang/Object;"),
    /** Bare yield to the driver. */
    SUSPEND(AbiNames.COROUTINE, "suspend", "(Ljava/lang/Object;)Ljava/lang/Object;"),
    /** Element of a generator. */
    YIELD(AbiNames.GENERATOR, "yield", "(Ljava/lang/Object;)Ljava/lang/Object;"),
    /** All elements of another source. */
    YIELD_FROM(AbiNames.GENERATOR, "yieldFrom", "(Ljava/lang/Iterable;)Ljava/lang/Object;"),
    /** Element of an async generator. */
    ASYNC_YIELD(AbiNames.ASYNC_GENERATOR, "yield", "(Ljava/lang/Object;)Ljava/lang/Object;"),
    /** Question for an element of an asynchronous iterator; {@link ImplicitAwaits} finds it and the following ones. */
    HAS_NEXT(AbiNames.ASYNC_ITERATOR, "hasNext", "()Z"),
    /** Element of an asynchronous iterator. */
    NEXT(AbiNames.ASYNC_ITERATOR, "next", "()Ljava/lang/Object;"),
    /** Both in one. */
    ADVANCE(AbiNames.ASYNC_ITERATOR, "hasNext", "()Z"),
    /** Release of an asynchronous resource. */
    CLOSE(AbiNames.ASYNC_CLOSEABLE, "close", "()V");

    private final String owner;
    private final String method;
    private final String descriptor;

    Intrinsic(String owner, String method, String descriptor) {
        this.owner = owner;
        this.method = method;
        this.descriptor = descriptor;
    }

    /** The intrinsic that an instruction calls, if it calls one. */
    static Optional<Intrinsic> calledBy(AbstractInsnNode insn) {
        if (insn.getOpcode() != Opcodes.INVOKESTATIC) {
            return Optional.empty();
        }
        MethodInsnNode call = (MethodInsnNode) insn;
        return Arrays.stream(values())
                .filter(it ->
                        it.owner.equals(call.owner) && it.method.equals(call.name) && it.descriptor.equals(call.desc))
                .findFirst();
    }

    /**
     * Makes calls that name a subclass of Coroutine or Generator name the class that declares the method. javac writes the
     * class through which a static method is named, or inherited, in the source (JLS 13.1).
     *
     * @param method a method, which is changed
     * @param isSubclass tells whether the first class is a subclass of the second
     */
    public static void nameDeclaringClass(MethodNode method, BiPredicate<String, String> isSubclass) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn.getOpcode() == Opcodes.INVOKESTATIC && insn instanceof MethodInsnNode call) {
                for (Intrinsic it : values()) {
                    if (it.method.equals(call.name)
                            && it.descriptor.equals(call.desc)
                            && !it.owner.equals(call.owner)
                            && isSubclass.test(call.owner, it.owner)) {
                        call.owner = it.owner;
                    }
                }
            }
        }
    }

    /** Whether bodies of a kind may call it. */
    boolean legalIn(FunctionKind kind) {
        return switch (this) {
            case AWAIT, AWAIT_STAGE, AWAIT_THROWING, SUSPEND, HAS_NEXT, NEXT, ADVANCE, CLOSE -> kind.isAsync();
            case YIELD, YIELD_FROM -> kind == FunctionKind.GENERATOR;
            case ASYNC_YIELD -> kind == FunctionKind.ASYNC_GENERATOR;
        };
    }

    /**
     * Tells whether the call does not say that it awaits, but what it is called on does.
     *
     * @return true for the calls of {@code for} and {@code try}
     */
    public boolean isImplicit() {
        return this == HAS_NEXT || this == NEXT || this == ADVANCE || this == CLOSE;
    }

    /**
     * Tells how it suspends: a leaf always does, and what it is given goes to the driver, or to the frame that entered an
     * async generator; an await only if its callee does.
     *
     * @return true for a leaf
     */
    public boolean isLeaf() {
        return this == SUSPEND || this == YIELD || this == ASYNC_YIELD;
    }

    /** As it is written in source. */
    String text() {
        return switch (this) {
            case YIELD, YIELD_FROM -> "Generator." + method + "()";
            case ASYNC_YIELD -> "AsyncGenerator." + method + "()";
            case AWAIT, AWAIT_STAGE, AWAIT_THROWING, SUSPEND -> method + "()";
            case HAS_NEXT, NEXT -> method + "() of an asynchronous iterator";
            case ADVANCE -> "the next element of an asynchronous iterator";
            case CLOSE -> "close() of an asynchronous resource";
        };
    }
}
