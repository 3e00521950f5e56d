package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.plan.FunctionPlan;
import dev.fermata.processor.transform.plan.FusedCall;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Enters the body of a function in place of calling it, see ADR 6. */
final class FusedBody {
    private FusedBody() {}

    /** {@code .., arguments -> .., outcome} */
    static InsnList enter(FunctionPlan caller, FusedCall fused) {
        InsnList code = new InsnList();
        if (fused.passes() == FusedCall.Passes.FRAME_MACHINE_DEPTH) {
            code.add(new InsnNode(Opcodes.ACONST_NULL));
        }
        code.add(new VarInsnNode(Opcodes.ALOAD, caller.layout().machineSlot()));
        if (fused.passes() != FusedCall.Passes.MACHINE) {
            code.add(new VarInsnNode(Opcodes.ILOAD, caller.layout().entrySlot()));
            code.add(new InsnNode(Opcodes.ICONST_1));
            code.add(new InsnNode(Opcodes.ISUB));
        }
        code.add(fused.entering().clone(Map.of()));
        return code;
    }
}
