package dev.fermata.processor.realcode;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.SimpleVerifier;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * ASM's verifier: CheckClassAdapter for the form of a class file, and the data flow analysis that it runs for the methods,
 * which is spelled out here because it would load classes otherwise. It merges by itself and reads no stack map frame, so
 * it is a second opinion on what the JVM's verifier takes from the frames.
 */
final class FlowVerifier {
    private static final Set<String> ARRAYS_ARE =
            Set.of("java/lang/Object", "java/lang/Cloneable", "java/io/Serializable");

    private final Hierarchy hierarchy;

    FlowVerifier(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** What is wrong with the methods that are wanted, if anything is. */
    Optional<String> fault(byte[] classFile, Predicate<MethodNode> wanted) {
        ClassNode node = new ClassNode();
        try {
            new ClassReader(classFile).accept(new CheckClassAdapter(node, false), 0);
        } catch (RuntimeException broken) {
            return Optional.of("CheckClassAdapter: " + broken);
        }
        for (MethodNode method : node.methods) {
            if (wanted.test(method)) {
                try {
                    new Analyzer<>(new Verifier(node)).analyze(node.name, method);
                } catch (AnalyzerException | RuntimeException broken) {
                    return Optional.of(method.name + method.desc + ": " + broken);
                }
            }
        }
        return Optional.empty();
    }

    private final class Verifier extends SimpleVerifier {
        Verifier(ClassNode node) {
            super(
                    Opcodes.ASM9,
                    Type.getObjectType(node.name),
                    Type.getObjectType(node.superName),
                    node.interfaces.stream().map(Type::getObjectType).toList(),
                    (node.access & Opcodes.ACC_INTERFACE) != 0);
        }

        @Override
        protected boolean isInterface(Type type) {
            return type.getSort() == Type.OBJECT && hierarchy.isInterface(type.getInternalName());
        }

        /** Asked for only to find out whether a type is an interface, or no primitive one. */
        @Override
        protected Class<?> getClass(Type type) {
            return isInterface(type) ? Runnable.class : Object.class;
        }

        /** Interfaces take everything, as elements of arrays, too (JVMS 4.10.1.2). */
        @Override
        protected boolean isSubTypeOf(BasicValue value, BasicValue expected) {
            if (super.isSubTypeOf(value, expected)) {
                return true;
            }
            Type to = expected.getType();
            Type from = value.getType();
            while (to != null && from != null && to.getSort() == Type.ARRAY && from.getSort() == Type.ARRAY) {
                to = element(to);
                from = element(from);
                if (isInterface(to) && from.getSort() >= Type.ARRAY) {
                    return true;
                }
            }
            return false;
        }

        @Override
        protected Type getSuperClass(Type type) {
            if (type.getSort() == Type.ARRAY) {
                return Type.getObjectType("java/lang/Object");
            }
            String name = hierarchy.superName(type.getInternalName());
            return name == null ? null : Type.getObjectType(name);
        }

        @Override
        protected boolean isAssignableFrom(Type to, Type from) {
            if (to.equals(from)) {
                return true;
            }
            if (to.getSort() == Type.ARRAY) {
                return from.getSort() == Type.ARRAY && areElementsAssignable(element(to), element(from));
            }
            if (from.getSort() == Type.ARRAY) {
                return to.getSort() == Type.OBJECT && ARRAYS_ARE.contains(to.getInternalName());
            }
            return to.getSort() == Type.OBJECT
                    && from.getSort() == Type.OBJECT
                    && hierarchy.isBelow(from.getInternalName(), to.getInternalName());
        }

        private boolean areElementsAssignable(Type to, Type from) {
            boolean references = to.getSort() >= Type.ARRAY && from.getSort() >= Type.ARRAY;
            return references ? isAssignableFrom(to, from) : to.equals(from);
        }

        private Type element(Type array) {
            return Type.getType(array.getDescriptor().substring(1));
        }
    }
}
