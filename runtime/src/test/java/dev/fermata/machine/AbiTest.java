package dev.fermata.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.Async;
import dev.fermata.AsyncGenerator;
import dev.fermata.AsyncGeneratorFrame;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.ImplicitAwait;
import dev.fermata.Yields;
import dev.fermata.asyncio.FutureCall;
import dev.fermata.asyncio.Sleep;
import dev.fermata.asyncio.sync.Entries;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Pins what generated classes link to: those in other people's jars were compiled long ago and cannot be changed. */
final class AbiTest {
    private static final String RESOURCE = "abi.txt";

    private static final String WHAT_TO_DO = """

            The ABI of generated code is not what runtime/src/test/resources/dev/fermata/machine/%s says.
            A line that is new only here: an addition; add it there, and generated code may use it from the next release on.
            A line that is gone here or changed: classes compiled by earlier releases would fail to link. Keep the member
            beside the new one. Only if that cannot be: raise Transformed.FORMAT and the processor's AbiNames.FORMAT together,
            write an ADR, and change the file in the same commit.
            """.formatted(RESOURCE);

    /** Everything in these is for generated code, or is seen by it. */
    private static final List<Class<?>> MACHINE = List.of(
            Driver.class,
            Frame.class,
            FrameProbe.class,
            Machine.class,
            Chain.class,
            Primitives.class,
            Transformed.class);

    /** Of the language: what generated code calls, and the intrinsics that the processor knows by name and descriptor. */
    private static final Set<String> CALLED = Set.of(
            "await",
            "suspend",
            "yield",
            "yieldFrom",
            "delegate",
            "asCoroutine",
            "of",
            "result",
            "done",
            "end",
            "ended",
            "noun",
            "yields",
            "machine",
            "left",
            "converted",
            "<init>");

    @Test
    void whatGeneratedCodeLinksToIsWhatIsWrittenDown() throws IOException {
        List<String> abi = new ArrayList<>();
        MACHINE.forEach(type -> describe(type, member -> true, abi));
        for (Class<?> type : List.of(
                Coroutine.class, Generator.class, AsyncGenerator.class, AsyncGeneratorFrame.class, Awaitable.class)) {
            describe(type, CALLED::contains, abi);
        }
        for (Class<?> type : List.of(ImplicitAwait.class, FutureCall.class, Entries.class, Async.class, Yields.class)) {
            describe(type, member -> true, abi);
        }
        describe(Sleep.class, "enter"::equals, abi);

        assertThat(abi).as(WHAT_TO_DO).isEqualTo(pinned());
    }

    @Test
    void everyPublicTypeOfTheMachineIsPinned() throws Exception {
        assertThat(publicTypes())
                .as(WHAT_TO_DO)
                .containsExactlyInAnyOrderElementsOf(
                        MACHINE.stream().map(Class::getName).toList());
    }

    private static void describe(Class<?> type, Predicate<String> members, List<String> abi) {
        abi.add(modifiers(type.getModifiers()) + type.getName() + heritage(type));
        Set<String> lines = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field.getModifiers()) && members.test(field.getName())) {
                lines.add("  " + modifiers(field.getModifiers()) + field.getName() + " "
                        + field.getType().descriptorString() + constant(field));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isVisible(constructor.getModifiers()) && members.test("<init>")) {
                lines.add("  " + modifiers(constructor.getModifiers()) + "<init> "
                        + MethodType.methodType(void.class, constructor.getParameterTypes())
                                .descriptorString());
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isVisible(method.getModifiers()) && !method.isSynthetic() && members.test(method.getName())) {
                lines.add("  " + modifiers(method.getModifiers()) + method.getName() + " "
                        + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                                .descriptorString());
            }
        }
        abi.addAll(lines);
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String modifiers(int modifiers) {
        String text = Modifier.toString(modifiers & ~Modifier.TRANSIENT & ~Modifier.VOLATILE);
        return text.isEmpty() ? "" : text + " ";
    }

    private static String heritage(Class<?> type) {
        StringBuilder text = new StringBuilder();
        if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
            text.append(" extends ").append(type.getSuperclass().getName());
        }
        Arrays.stream(type.getInterfaces())
                .forEach(it -> text.append(" implements ").append(it.getName()));
        return text.toString();
    }

    /** The value of a constant is compiled into the classes that use it. */
    private static String constant(Field field) {
        if (field.getType() != int.class) {
            return "";
        }
        try {
            return " = " + field.getInt(null);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }

    private static List<String> pinned() throws IOException {
        try (InputStream file = Objects.requireNonNull(AbiTest.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .toList();
        }
    }

    /** The classes in the folder of the package; test classes are in another one. */
    private static List<String> publicTypes() throws Exception {
        Path folder = Path.of(Objects.requireNonNull(Frame.class.getResource("Frame.class"))
                        .toURI())
                .getParent();
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.class")) {
            for (Path file : files) {
                String name = Frame.class.getPackageName() + "."
                        + file.getFileName().toString().replace(".class", "");
                if (isVisible(
                        Class.forName(name, false, Frame.class.getClassLoader()).getModifiers())) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
