package dev.fermata.processor.transform.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Tells which classes are asynchronous iterators and resources, and asks for each class once. */
final class AsyncTypes {
    private final BiPredicate<String, String> isSubclass;
    private final Map<String, Boolean> iterables = new HashMap<>();
    private final Map<String, Boolean> iterators = new HashMap<>();
    private final Map<String, Boolean> closeables = new HashMap<>();

    /**
     * Makes one.
     *
     * @param isSubclass tells whether the first class is a subclass of the second
     */
    AsyncTypes(BiPredicate<String, String> isSubclass) {
        this.isSubclass = isSubclass;
    }

    /** Whether a class, given by its internal name, is an AsyncIterator. */
    boolean isIterator(String name) {
        return is(name, AbiNames.ASYNC_ITERATOR, iterators);
    }

    /** Whether a class, given by its internal name, is an AsyncCloseable. */
    boolean isCloseable(String name) {
        return is(name, AbiNames.ASYNC_CLOSEABLE, closeables);
    }

    /**
     * Whether a call gives AsyncIterators, or arrays of such. Eclipse's compiler calls {@code iterator()} of an AsyncIterable by
     * the descriptor that Iterable has.
     */
    boolean givesIterators(MethodInsnNode call) {
        return holdsIterator(Type.getReturnType(call.desc))
                || call.name.equals("iterator")
                        && call.desc.equals("()Ljava/util/Iterator;")
                        && is(call.owner, AbiNames.ASYNC_ITERABLE, iterables);
    }

    /** Whether values of a type, or what arrays of it hold in the end, are AsyncIterators. */
    boolean holdsIterator(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        return element.getSort() == Type.OBJECT && isIterator(element.getInternalName());
    }

    private boolean is(String name, String base, Map<String, Boolean> known) {
        // Most calls are of the platform, which has no subclass of ours.
        return !name.startsWith("java/")
                && (name.equals(base) || known.computeIfAbsent(name, it -> isSubclass.test(it, base)));
    }
}
