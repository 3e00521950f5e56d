package dev.fermata.processor.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fermata.processor.classfile.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Proves that rewriting keeps the identity of a class: each class of the catalogue, compiled with and without the processor,
 * is the same, byte by byte where nothing is to change, and to those who reflect.
 */
final class IdentityTest {
    @TestFactory
    Stream<DynamicTest> bytesAreKept() {
        return Compiled.names().stream()
                .map(name -> dynamicTest(
                        name,
                        () -> assertEquals(List.of(), Identity.faults(Compiled.plain(name), Compiled.woven(name)))));
    }

    @TestFactory
    Stream<DynamicTest> reflectionSeesTheSame() {
        return Compiled.names().stream()
                .map(name -> dynamicTest(
                        name,
                        () -> assertEquals(
                                String.join("\n", Reflected.describe(load(Compiled.PLAIN, name))),
                                String.join("\n", Reflected.describe(load(Compiled.WOVEN, name))))));
    }

    /** All that is new is a private method for each function, and nothing on it that a framework looks for. */
    @Test
    void reflectionSeesOneMoreMethodForEachFunction() throws ClassNotFoundException {
        for (String name : Compiled.names()) {
            List<String> added = new ArrayList<>(Reflected.methods(load(Compiled.WOVEN, name)));
            Reflected.methods(load(Compiled.PLAIN, name)).forEach(added::remove);
            assertEquals(Reflected.bodies(load(Compiled.WOVEN, name)), added, name);
            assertTrue(added.stream().allMatch(it -> it.startsWith("private ")), added::toString);
        }
    }

    private static Class<?> load(Playhouse playhouse, String name) throws ClassNotFoundException {
        return Class.forName(name, false, playhouse.loader());
    }
}
