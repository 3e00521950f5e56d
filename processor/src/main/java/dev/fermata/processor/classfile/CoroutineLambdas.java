package dev.fermata.processor.classfile;

import dev.fermata.processor.transform.analysis.AbiNames;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Finds the interfaces of lambdas whose bodies return what coroutine functions return. */
final class CoroutineLambdas {
    private static final Set<String> RETURNED = Set.of(
            AbiNames.COROUTINE, AbiNames.ASYNC_GENERATOR, AbiNames.COMPLETION_STAGE, AbiNames.COMPLETABLE_FUTURE);

    private CoroutineLambdas() {}

    static Set<String> of(byte[] classFile) {
        Set<String> interfaces = new HashSet<>();
        ClassReader reader = new ClassReader(classFile);
        String name = reader.getClassName();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String method,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        return new MethodVisitor(Opcodes.ASM9) {
                            @Override
                            public void visitInvokeDynamicInsn(
                                    String called, String type, Handle bootstrap, Object... arguments) {
                                if (arguments.length > 1
                                        && arguments[1] instanceof Handle body
                                        && body.getOwner().equals(name)
                                        && RETURNED.contains(Type.getReturnType(body.getDesc())
                                                .getInternalName())) {
                                    interfaces.add(Type.getReturnType(type).getInternalName());
                                }
                            }
                        };
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return interfaces;
    }
}
