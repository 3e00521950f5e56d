package dev.fermata.processor.realcode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * The rule for what may be run: code that cannot block, exit, or touch files, threads and the net, whatever it is given. A
 * method is pure, and depends on nothing but its arguments, if nothing that it reaches calls anything of the JDK but what is listed here. It reaches the methods that
 * it calls, the initializers of the classes that it uses, and all methods of the classes that it makes instances of: no
 * other objects come into its hands, but arguments, which are harmless.
 */
final class PureCode {
    private static final Pattern HARMLESS = Pattern.compile("java/lang/("
            + "Object|String|StringBuilder|StringBuffer|AbstractStringBuilder|CharSequence|Character(\\$\\w+)?|Integer|Long|Short|Byte"
            + "|Boolean|Float|Double|Number|Math|StrictMath|Comparable|Iterable|Enum|Record|Void|Throwable|\\w+Exception|\\w+Error"
            + "|Appendable|Cloneable|AutoCloseable|Class|reflect/Array)"
            + "|java/util/(?!Scanner|Timer|ServiceLoader|ResourceBundle|Formatter|Locale|TimeZone|Currency|Properties)[A-Z][\\w$]*"
            + "|java/util/(function|regex|stream)/.*"
            + "|java/util/concurrent/(atomic/.*|ConcurrentHashMap|ConcurrentMap)"
            + "|java/(math|text)/.*"
            + "|java/nio/(\\w+Buffer|ByteOrder|charset/.*)"
            + "|java/io/(Serializable|IOException|UncheckedIOException|ByteArray\\w+|StringReader|StringWriter|ObjectStreamException"
            + "|InvalidObjectException)");

    /** Exceptions to it, both ways. */
    private static final Set<String> HARMFUL_METHODS = Set.of(
            "java/lang/Object.wait",
            "java/lang/Object.notify",
            "java/lang/Object.notifyAll",
            "java/lang/Class.forName",
            "java/lang/Class.newInstance",
            "java/lang/Class.getResourceAsStream",
            "java/lang/Class.getResource",
            "java/lang/Class.getClassLoader",
            "java/lang/Math.random()D",
            "java/lang/StrictMath.random()D",
            "java/util/Random.<init>()V",
            "java/util/UUID.randomUUID()Ljava/util/UUID;");

    private static final Set<String> HARMLESS_METHODS = Set.of("java/lang/System.arraycopy");

    private static final Set<String> BOOTSTRAPS = Set.of(
            "java/lang/invoke/LambdaMetafactory",
            "java/lang/invoke/StringConcatFactory",
            "java/lang/runtime/ObjectMethods");

    private final Library library;
    private final Map<String, ClassNode> trees = new HashMap<>();
    private final Set<String> pure = new HashSet<>();
    private final Set<String> impure = new HashSet<>();

    PureCode(Library library) {
        this.library = library;
    }

    /** Whether a method of the library is pure. */
    boolean isPure(String owner, String name, String descriptor) {
        String key = owner + "." + name + descriptor;
        if (impure.contains(key)) {
            return false;
        }
        Reach reach = new Reach();
        reach.initialize(owner);
        reach.call(owner, name, descriptor);
        boolean harmless = reach.isHarmless();
        if (harmless) {
            pure.addAll(reach.seen);
        } else {
            impure.add(key);
        }
        return harmless;
    }

    /** The tree of a class of the library; null of any other, and of none. */
    private ClassNode tree(String name) {
        return name == null
                ? null
                : trees.computeIfAbsent(name, it -> {
                    byte[] bytes = library.classFiles().apply(it);
                    if (bytes == null) {
                        return null;
                    }
                    ClassNode node = new ClassNode();
                    new ClassReader(bytes).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                    return node;
                });
    }

    private static boolean isHarmless(String owner, String name, String descriptor) {
        String method = owner + "." + name;
        return HARMLESS_METHODS.contains(method)
                || (HARMLESS.matcher(owner).matches()
                        && !HARMFUL_METHODS.contains(method)
                        && !HARMFUL_METHODS.contains(method + descriptor));
    }

    private final class Reach {
        private final Set<String> seen = new HashSet<>();
        private final Deque<MethodNode> work = new ArrayDeque<>();
        private boolean harmful;

        boolean isHarmless() {
            while (!harmful && !work.isEmpty()) {
                for (AbstractInsnNode insn : work.pop().instructions) {
                    follow(insn);
                }
            }
            return !harmful;
        }

        private void follow(AbstractInsnNode insn) {
            if (insn instanceof MethodInsnNode call) {
                if (call.getOpcode() == Opcodes.INVOKESTATIC) {
                    initialize(call.owner);
                }
                call(call.owner, call.name, call.desc);
            } else if (insn instanceof FieldInsnNode field) {
                if (insn.getOpcode() == Opcodes.GETSTATIC || insn.getOpcode() == Opcodes.PUTSTATIC) {
                    initialize(field.owner);
                    harmful |= tree(field.owner) == null && !PureCode.isHarmless(field.owner, field.name, field.desc);
                }
            } else if (insn instanceof TypeInsnNode type && insn.getOpcode() == Opcodes.NEW) {
                instantiate(type.desc);
            } else if (insn instanceof InvokeDynamicInsnNode dynamic) {
                harmful |= !BOOTSTRAPS.contains(dynamic.bsm.getOwner());
                for (Object argument : dynamic.bsmArgs) {
                    if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                        initialize(handle.getOwner());
                        call(handle.getOwner(), handle.getName(), handle.getDesc());
                        if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
                            instantiate(handle.getOwner());
                        }
                    }
                }
            }
        }

        void initialize(String name) {
            for (ClassNode node = tree(name); node != null; node = tree(node.superName)) {
                add(node, "<clinit>", "()V");
            }
        }

        private void instantiate(String name) {
            initialize(name);
            harmful |= tree(name) == null && !PureCode.isHarmless(name, "<init>", "");
            for (ClassNode node = tree(name); node != null && seen.add(node.name); node = tree(node.superName)) {
                for (MethodNode method : node.methods) {
                    if ((method.access & Opcodes.ACC_STATIC) == 0 && !method.name.equals("<init>")) {
                        add(node, method.name, method.desc);
                    }
                }
                for (String each : node.interfaces) {
                    instantiate(each);
                }
            }
        }

        /** Resolution, up the hierarchy; where it leaves the library, the JDK's class has to be harmless. */
        void call(String owner, String name, String descriptor) {
            if (owner.startsWith("[")) {
                return;
            }
            ClassNode node = tree(owner);
            if (node == null) {
                harmful |= !PureCode.isHarmless(owner, name, descriptor);
                return;
            }
            if (!add(node, name, descriptor)) {
                if (node.superName != null && (node.access & Opcodes.ACC_INTERFACE) == 0) {
                    call(node.superName, name, descriptor);
                }
                node.interfaces.stream().filter(it -> tree(it) != null).forEach(it -> add(tree(it), name, descriptor));
            }
        }

        private boolean add(ClassNode node, String name, String descriptor) {
            for (MethodNode method : node.methods) {
                if (method.name.equals(name) && method.desc.equals(descriptor)) {
                    String key = node.name + "." + name + descriptor;
                    harmful |= (method.access & Opcodes.ACC_NATIVE) != 0 || impure.contains(key);
                    if (seen.add(key) && !pure.contains(key)) {
                        work.push(method);
                    }
                    return true;
                }
            }
            return false;
        }
    }
}
