package dev.fermata.processor.classfile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;

/**
 * A class file cut into its parts (JVMS 4.1), none of them interpreted: whoever compares two, compares bytes, constant pool
 * indexes and all.
 *
 * @param pool the constant pool, without its count
 * @param head access flags, this class, super class, interfaces
 * @param fields all fields
 * @param methods the methods by name and descriptor, in order
 * @param attributes the attributes of the class by name
 */
public record RawClass(
        byte[] pool, byte[] head, byte[] fields, Map<String, RawMethod> methods, Map<String, byte[]> attributes) {
    /**
     * A method.
     *
     * @param bytes the whole of it
     * @param head access flags, name, descriptor
     * @param attributes its attributes by name
     */
    public record RawMethod(byte[] bytes, byte[] head, Map<String, byte[]> attributes) {
        /** The access flags. */
        public int access() {
            return (head[0] & 0xff) << 8 | head[1] & 0xff;
        }
    }

    /** Cuts. */
    public static RawClass of(byte[] classFile) {
        return new Cutter(classFile).cut();
    }

    private static final class Cutter {
        private static final int POOL = 10;

        private final byte[] bytes;
        private final ClassReader reader;
        private final char[] buffer;
        private int at;

        Cutter(byte[] bytes) {
            this.bytes = bytes;
            this.reader = new ClassReader(bytes);
            this.buffer = new char[reader.getMaxStringLength()];
        }

        RawClass cut() {
            at = reader.header;
            byte[] head = take(6);
            int interfaces = 2 + 2 * u2(at);
            head = joined(head, take(interfaces));
            int start = at;
            for (int fields = next(); fields > 0; fields--) {
                at += 6;
                attributes();
            }
            byte[] fields = Arrays.copyOfRange(bytes, start, at);
            Map<String, RawMethod> methods = new LinkedHashMap<>();
            for (int count = next(); count > 0; count--) {
                start = at;
                String key = reader.readUTF8(at + 2, buffer) + reader.readUTF8(at + 4, buffer);
                byte[] methodHead = take(6);
                Map<String, byte[]> attributes = attributes();
                methods.put(key, new RawMethod(Arrays.copyOfRange(bytes, start, at), methodHead, attributes));
            }
            return new RawClass(Arrays.copyOfRange(bytes, POOL, reader.header), head, fields, methods, attributes());
        }

        private Map<String, byte[]> attributes() {
            Map<String, byte[]> attributes = new LinkedHashMap<>();
            for (int count = next(); count > 0; count--) {
                String name = reader.readUTF8(at, buffer);
                int length = reader.readInt(at + 2);
                at += 6;
                attributes.put(name, take(length));
            }
            return attributes;
        }

        private byte[] take(int length) {
            at += length;
            return Arrays.copyOfRange(bytes, at - length, at);
        }

        private int next() {
            at += 2;
            return u2(at - 2);
        }

        private int u2(int offset) {
            return (bytes[offset] & 0xff) << 8 | bytes[offset + 1] & 0xff;
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
