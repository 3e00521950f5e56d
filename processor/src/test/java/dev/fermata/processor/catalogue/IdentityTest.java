package dev.fermata.processor.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fermata.processor.classfile.Identity;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that rewriting keeps the identity of a class: each class of the catalogue, compiled with and without the processor,
 * is the same, byte by byte where nothing is to change, and to those who reflect.
 */
final class IdentityTest {
    @TempDir
    private static Path folder;

    private static Playhouse plain;
    private static Playhouse woven;

    @BeforeAll
    static void compile() {
        plain = new Playhouse(Side.PLAIN, folder.resolve("plain"));
        woven = new Playhouse(Side.WOVEN, folder.resolve("woven"));
    }

    @TestFactory
    Stream<DynamicTest> bytesAreKept() {
        return plain.classFiles().stream()
                .map(file -> dynamicTest(name(file), () -> {
                    byte[] before = Files.readAllBytes(file);
                    byte[] after = Files.readAllBytes(twin(file));
                    assertEquals(List.of(), Identity.faults(before, after));
                }));
    }

    @TestFactory
    Stream<DynamicTest> reflectionSeesTheSame() {
        return plain.classFiles().stream()
                .map(file -> dynamicTest(
                        name(file),
                        () -> assertEquals(
                                String.join("\n", Reflected.describe(load(plain, file))),
                                String.join("\n", Reflected.describe(load(woven, file))))));
    }

    /** All that is new is a private method for each function, and nothing on it that a framework looks for. */
    @Test
    void reflectionSeesOneMoreMethodForEachFunction() throws ClassNotFoundException {
        for (Path file : plain.classFiles()) {
            List<String> added = new ArrayList<>(Reflected.methods(load(woven, file)));
            Reflected.methods(load(plain, file)).forEach(added::remove);
            assertEquals(Reflected.bodies(load(woven, file)), added, file.toString());
            assertTrue(added.stream().allMatch(it -> it.startsWith("private ")), added::toString);
        }
    }

    private static Path twin(Path file) {
        return folder.resolve("woven").resolve(folder.resolve("plain").relativize(file));
    }

    private static Class<?> load(Playhouse playhouse, Path file) throws ClassNotFoundException {
        return Class.forName(name(file), false, playhouse.loader());
    }

    private static String name(Path file) {
        String path = folder.resolve("plain").relativize(file).toString();
        return path.replace(".class", "").replace(File.separatorChar, '.');
    }
}
