package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.FunctionAnalysis;
import dev.fermata.processor.transform.plan.FunctionPlan;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes a body of a function: a private method beside it, with the function's own code, variables and lines, so that
 * {@code super.f()}, private and protected members, lambdas and nestmates keep their access. It changes the function's
 * method node in place; {@link StubEmitter} has to run before.
 */
final class BodyEmitter {
    private BodyEmitter() {}

    static MethodNode emit(FunctionPlan plan) {
        FunctionAnalysis analysis = plan.analysis();
        MethodNode body = analysis.function().method();
        BitSet live = analysis.liveness().before(body.instructions.getFirst());
        Frames frames = new Frames(plan);
        Spilling spilling = new Spilling(plan);
        OutOfLine outOfLine = new OutOfLine();

        FramePruning.apply(analysis, frames);
        Constructions.apply(plan);
        Set<AbstractInsnNode> handedOn = Returns.apply(plan, frames, outOfLine);
        List<LabelNode> entries = Suspensions.apply(plan, frames, spilling, outOfLine, handedOn);
        Resumptions resumptions = new Resumptions(plan, frames, spilling, entries);
        Prologue.apply(plan, frames, spilling, live, resumptions, outOfLine);
        outOfLine.appendTo(body.instructions);

        body.access = Opcodes.ACC_PRIVATE | (body.access & Opcodes.ACC_STATIC);
        body.name = plan.bodyName();
        body.desc = plan.layout().descriptor();
        body.signature = null;
        body.exceptions = List.of();
        body.parameters = null;
        body.visibleAnnotations = null;
        body.invisibleAnnotations = null;
        body.visibleTypeAnnotations = null;
        body.invisibleTypeAnnotations = null;
        body.visibleParameterAnnotations = null;
        body.invisibleParameterAnnotations = null;
        body.attrs = null;
        return body;
    }
}
