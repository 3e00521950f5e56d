package dev.fermata.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.processor.classfile.Identity;
import dev.fermata.processor.classfile.RawClass;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Attributes that javac does not write: those of other tools, and of other languages' compilers. */
final class ForeignAttributesTest {
    private static final String SOURCE = """
            class Marked {
                int field;
                int plain() { return field; }
                @Async Coroutine<Integer> f(Awaitable<Integer> a) { return result(await(a) + field); }
            }
            """;

    @Test
    void attributesThatNobodyKnows_areKept() {
        byte[] before = marked();

        byte[] after = transformed(before);

        assertThat(Identity.faults(before, after)).isEqualTo(List.of());
        RawClass raw = RawClass.of(after);
        assertThat(raw.attributes()).containsKeys("SourceDebugExtension", "Foreign");
        assertThat(raw.methods()
                        .get("f(Ldev/fermata/Awaitable;)Ldev/fermata/Coroutine;")
                        .attributes())
                .containsKey("Foreign");
        assertThat(raw.methods().get("plain()I").attributes()).containsKey("Foreign");
    }

    private static byte[] transformed(byte[] classFile) {
        return ((Outcome.Transformed) Transformer.transform(classFile, Lookups.RUNTIME, TransformOptions.DEFAULTS))
                .bytes();
    }

    private static byte[] marked() {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(ClassFiles.compile("Marked", SOURCE).get("Marked")).accept(new Marking(writer), 0);
        return writer.toByteArray();
    }

    private static final class Foreign extends Attribute {
        Foreign() {
            super("Foreign");
        }

        @Override
        protected ByteVector write(ClassWriter writer, byte @Nullable [] code, int length, int stack, int locals) {
            return new ByteVector().putInt(0xCAFE).putShort(writer.newUTF8("foreign"));
        }
    }

    private static final class Marking extends ClassVisitor {
        Marking(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitSource(@Nullable String source, @Nullable String debug) {
            super.visitSource(source, "SMAP\nMarked.java\nKotlin\n*S Kotlin\n*F\n1 Marked.kt\n*L\n1#1,9:1\n*E");
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            FieldVisitor field = super.visitField(access, name, descriptor, signature, value);
            field.visitAttribute(new Foreign());
            return field;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            method.visitAttribute(new Foreign());
            return method;
        }

        @Override
        public void visitEnd() {
            super.visitAttribute(new Foreign());
            super.visitEnd();
        }
    }
}
