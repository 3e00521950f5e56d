package dev.fermata.processor.realcode;

import dev.fermata.processor.transform.Rejection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The reasons for which code may be rejected here, each with a test of its own whether it is true of a method. */
enum Reason {
    HELD_MONITOR("holds a monitor across .*") {
        @Override
        boolean isTrue(MethodNode method, int version, Matcher text) {
            return reachesPointWithMonitor(method);
        }
    },
    SYNCHRONIZED("is synchronized: .*") {
        @Override
        boolean isTrue(MethodNode method, int version, Matcher text) {
            return (method.access & Opcodes.ACC_SYNCHRONIZED) != 0;
        }
    },
    CONSTRUCTOR("is a constructor or initializer, which cannot suspend") {
        @Override
        boolean isTrue(MethodNode method, int version, Matcher text) {
            return method.name.equals("<init>") || method.name.equals("<clinit>");
        }
    },
    TOO_LARGE("is too large when rewritten \\((\\d+) bytes, limit 65535\\); split it") {
        @Override
        boolean isTrue(MethodNode method, int version, Matcher text) {
            // An instruction and a point of its own take some 70 bytes when rewritten, and a value that a point keeps
            // some
            // ten: a small method with few variables has not grown that far.
            int size = method.instructions.size();
            return Integer.parseInt(text.group(1)) > 65_535 && (size > 1_000 || size * method.maxLocals > 10_000);
        }
    },
    TOO_MANY_CONSTANTS("is too large when rewritten \\((\\d+) constants, limit 65535\\); split it") {
        @Override
        boolean isTrue(MethodNode method, int version, Matcher text) {
            return false;
        }

        @Override
        boolean isTrueOfClass(int functions, Matcher text) {
            // Those of a function: its class, its body, its fields and their names. It needs many to fill the pool.
            return Integer.parseInt(text.group(1)) > 65_535 && functions > 500;
        }
    },
    BEFORE_NESTS("is in a class file older than Java 11; .*") {
        @Override
        boolean isTrue(MethodNode method, int version, Matcher text) {
            return version < Opcodes.V11;
        }
    },
    NO_FRAMES("has code without a stack map frame") {
        @Override
        boolean isTrue(MethodNode method, int version, Matcher text) {
            return Arrays.stream(method.instructions.toArray()).noneMatch(FrameNode.class::isInstance);
        }
    },
    SUBROUTINES("uses subroutines, .*") {
        @Override
        boolean isTrue(MethodNode method, int version, Matcher text) {
            return Arrays.stream(method.instructions.toArray()).anyMatch(it -> it.getOpcode() == Opcodes.JSR);
        }
    };

    private final Pattern pattern;

    Reason(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** The listed reason that a rejection names, if it is listed and true. */
    static Optional<Reason> of(Rejection rejection, MethodNode method, int version) {
        return Arrays.stream(values())
                .filter(it -> {
                    Matcher text = it.pattern.matcher(rejection.reason());
                    return text.matches() && it.isTrue(method, version & 0xffff, text);
                })
                .findFirst();
    }

    /** The listed reason for which a class with so many functions is rejected as a whole, if it is listed and true. */
    static Optional<Reason> ofClass(Rejection rejection, int functions) {
        return Arrays.stream(values())
                .filter(it -> {
                    Matcher text = it.pattern.matcher(rejection.reason());
                    return text.matches() && it.isTrueOfClass(functions, text);
                })
                .findFirst();
    }

    boolean isTrueOfClass(int functions, Matcher text) {
        return false;
    }

    abstract boolean isTrue(MethodNode method, int version, Matcher text);

    /** A place of the code, and how many more monitors have been entered than left on the way to it. */
    private record Reached(AbstractInsnNode insn, int monitors) {}

    /** Deeper than this nobody nests; without a limit, code that enters in a loop would have no end of places. */
    private static final int DEEPEST = 20;

    /** Whether a path leads from a monitorenter to a point, with fewer monitors left on it than entered. */
    private static boolean reachesPointWithMonitor(MethodNode method) {
        InsnList code = method.instructions;
        Set<Reached> seen = new HashSet<>();
        Deque<Reached> work = new ArrayDeque<>();
        work.push(new Reached(code.getFirst(), 0));
        while (!work.isEmpty()) {
            Reached reached = work.pop();
            AbstractInsnNode insn = reached.insn();
            if (insn == null || reached.monitors() > DEEPEST || !seen.add(reached)) {
                continue;
            }
            if (reached.monitors() > 0 && isPoint(insn)) {
                return true;
            }
            int monitors = switch (insn.getOpcode()) {
                case Opcodes.MONITORENTER -> reached.monitors() + 1;
                case Opcodes.MONITOREXIT -> Math.max(0, reached.monitors() - 1);
                default -> reached.monitors();
            };
            List<AbstractInsnNode> next = new ArrayList<>();
            if (insn instanceof JumpInsnNode jump) {
                next.add(jump.label);
            } else if (insn instanceof TableSwitchInsnNode table) {
                next.add(table.dflt);
                next.addAll(table.labels);
            } else if (insn instanceof LookupSwitchInsnNode lookup) {
                next.add(lookup.dflt);
                next.addAll(lookup.labels);
            }
            if (insn.getOpcode() < 0 || Instrumenter.fallsThrough(insn)) {
                next.add(insn.getNext());
            }
            next.forEach(it -> work.push(new Reached(it, monitors)));
            for (TryCatchBlockNode block : method.tryCatchBlocks) {
                if (insn.getOpcode() >= 0
                        && code.indexOf(block.start) <= code.indexOf(insn)
                        && code.indexOf(insn) < code.indexOf(block.end)) {
                    work.push(new Reached(block.handler, reached.monitors()));
                }
            }
        }
        return false;
    }

    private static boolean isPoint(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call
                && call.owner.startsWith("dev/fermata/")
                && (call.name.equals("await") || call.name.equals("suspend") || call.name.equals("yield"));
    }
}
