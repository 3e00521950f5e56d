package dev.fermata.processor.transform.emit;

import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;

/**
 * The code that stands behind a body's own, and so outside all its protected ranges and scopes.
 *
 * <p>Each block has the line of the code that jumps to it: a debugger that steps over an await stays on its line, and a trace
 * tells it. But an entry in the table of lines is also a place for breakpoints, and these would stop once more at each
 * suspension. So the entry is put on an instruction of its own, which is never reached.
 */
final class OutOfLine {
    private final InsnList code = new InsnList();
    private int line;

    /** Starts a block. */
    void begin(LabelNode label, int lineOfBlock, FrameNode frame) {
        if (lineOfBlock != line && lineOfBlock > 0) {
            line = lineOfBlock;
            LabelNode start = new LabelNode();
            add(start);
            add(new LineNumberNode(line, start));
            add(frame.clone(Map.of()));
            add(new InsnNode(Opcodes.NOP));
        }
        begin(label, frame);
    }

    /** Starts a block that belongs to the one before. */
    void begin(LabelNode label, FrameNode frame) {
        add(label);
        add(frame);
    }

    void add(AbstractInsnNode insn) {
        code.add(insn);
    }

    void add(InsnList insns) {
        code.add(insns);
    }

    /** Puts it where it belongs. */
    void appendTo(InsnList body) {
        body.add(code);
    }
}
