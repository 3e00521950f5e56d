package dev.fermata.processor.classfile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/**
 * Whether a class file may hold anything of ours, told from its bytes without parsing them: most classes of a program do not,
 * and should cost next to nothing. All that is rewritten has a type of ours in a descriptor. A stray await may not, where it is called
 * through a subclass of Coroutine; then the name of the intrinsic is there.
 */
final class Mentions {
    private static final List<byte[]> WORDS = List.of(
            "dev/fermata/".getBytes(US_ASCII),
            "await".getBytes(US_ASCII),
            "suspend".getBytes(US_ASCII),
            "yield".getBytes(US_ASCII));

    private static final byte[] NEST_MEMBERS = "NestMembers".getBytes(US_ASCII);

    private Mentions() {}

    static boolean fermata(byte[] classFile) {
        return WORDS.stream().anyMatch(word -> contains(classFile, word));
    }

    static boolean nestMembers(byte[] classFile) {
        return contains(classFile, NEST_MEMBERS);
    }

    private static boolean contains(byte[] bytes, byte[] word) {
        for (int start = bytes.length - word.length; start >= 0; start--) {
            int matched = 0;
            while (matched < word.length && bytes[start + matched] == word[matched]) {
                matched++;
            }
            if (matched == word.length) {
                return true;
            }
        }
        return false;
    }
}
