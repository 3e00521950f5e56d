package dev.fermata.processor.transform;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** The raw bytes of a method in a class file (JVMS 4.6), constant pool indexes and all. */
public final class MethodBytes {
    private MethodBytes() {}

    static byte[] of(byte[] classFile, String name) {
        return all(classFile).entrySet().stream()
                .filter(it -> it.getKey().startsWith(name + "("))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no method " + name))
                .getValue();
    }

    /** Those of all methods, by name and descriptor, in the order of the class file. */
    public static Map<String, byte[]> all(byte[] classFile) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        ClassReader reader = new ClassReader(classFile);
        char[] buffer = new char[reader.getMaxStringLength()];
        ByteBuffer in = ByteBuffer.wrap(classFile).position(reader.header + 6);
        in.position(in.position() + 2 + 2 * Short.toUnsignedInt(in.getShort(in.position())));
        for (int fields = Short.toUnsignedInt(in.getShort()); fields > 0; fields--) {
            skipMember(in);
        }
        for (int methods = Short.toUnsignedInt(in.getShort()); methods > 0; methods--) {
            int start = in.position();
            String key = reader.readUTF8(start + 2, buffer) + reader.readUTF8(start + 4, buffer);
            skipMember(in);
            byte[] bytes = new byte[in.position() - start];
            in.get(start, bytes);
            all.put(key, bytes);
        }
        return all;
    }

    private static void skipMember(ByteBuffer in) {
        in.position(in.position() + 6);
        for (int attributes = Short.toUnsignedInt(in.getShort()); attributes > 0; attributes--) {
            in.getShort();
            int length = in.getInt();
            in.position(in.position() + length);
        }
    }

    static List<Integer> lines(MethodNode method) {
        return StreamSupport.stream(method.instructions.spliterator(), false)
                .filter(LineNumberNode.class::isInstance)
                .map(it -> ((LineNumberNode) it).line)
                .distinct()
                .toList();
    }
}
