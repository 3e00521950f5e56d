package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.FunctionAnalysis;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;

/** The first step, while liveness still knows the instructions: fits the compiler's frames to the body. */
final class FramePruning {
    private FramePruning() {}

    static void apply(FunctionAnalysis analysis, Frames frames) {
        InsnList code = analysis.function().method().instructions;
        List<FrameNode> before = new ArrayList<>();
        List<FrameNode> after = new ArrayList<>();
        for (AbstractInsnNode node : code) {
            if (node instanceof FrameNode frame) {
                before.add(frame);
                after.add(frames.pruned(frame, analysis.liveness().before(frame), analysis.displaced()));
            }
        }
        for (int index = 0; index < before.size(); index++) {
            code.set(before.get(index), after.get(index));
        }
    }
}
