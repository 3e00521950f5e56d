package dev.fermata.processor.realcode;

import dev.fermata.processor.transform.Rejection;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
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
            // An instruction and a point of its own take some 70 bytes when rewritten: a small method has not grown
            // that far.
            return Integer.parseInt(text.group(1)) > 65_535 && method.instructions.size() > 1_000;
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

    abstract boolean isTrue(MethodNode method, int version, Matcher text);

    /** Whether a path leads from a monitorenter to a point with no monitorexit on it. */
    private static boolean reachesPointWithMonitor(MethodNode method) {
        InsnList code = method.instructions;
        BitSet seen = new BitSet();
        Deque<AbstractInsnNode> work = new ArrayDeque<>();
        for (AbstractInsnNode insn : code) {
            if (insn.getOpcode() == Opcodes.MONITORENTER) {
                work.push(insn.getNext());
            }
        }
        while (!work.isEmpty()) {
            AbstractInsnNode insn = work.pop();
            if (insn == null || seen.get(code.indexOf(insn))) {
                continue;
            }
            seen.set(code.indexOf(insn));
            if (insn instanceof MethodInsnNode call
                    && call.owner.startsWith("dev/fermata/")
                    && (call.name.equals("await") || call.name.equals("suspend") || call.name.equals("yield"))) {
                return true;
            }
            if (insn.getOpcode() == Opcodes.MONITOREXIT) {
                continue;
            }
            if (insn instanceof JumpInsnNode jump) {
                work.push(jump.label);
            } else if (insn instanceof TableSwitchInsnNode table) {
                work.push(table.dflt);
                table.labels.forEach(work::push);
            } else if (insn instanceof LookupSwitchInsnNode lookup) {
                work.push(lookup.dflt);
                lookup.labels.forEach(work::push);
            }
            if (insn.getOpcode() < 0 || Instrumenter.fallsThrough(insn)) {
                work.push(insn.getNext());
            }
            for (TryCatchBlockNode block : method.tryCatchBlocks) {
                if (insn.getOpcode() >= 0
                        && code.indexOf(block.start) <= code.indexOf(insn)
                        && code.indexOf(insn) < code.indexOf(block.end)) {
                    work.push(block.handler);
                }
            }
        }
        return false;
    }
}
