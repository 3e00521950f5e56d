package dev.fermata.processor.javac;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import org.jspecify.annotations.Nullable;

/**
 * Async lambdas for the sake of one message: compilers other than javac show processors no code, so that all which can be known of
 * a lambda is the text of its source. A call that only async code has reason to make is looked for there. Words and not syntax, so
 * it may miss some, {@code await} inherited from a superclass for one; those throw when they run, as they did before.
 *
 * <p>The rejected alternative, to parse the source with the javac that most of these virtual machines have, is a second compiler in
 * the process, with options of its own, for one line of text.
 */
final class UnseenLambdas {
    /** Comments, text blocks, strings and characters, in the order in which they hide each other (JLS 3.7, 3.10). */
    private static final Pattern NO_CODE = Pattern.compile("//[^\\r\\n]*|/\\*(?s:.*?)\\*/|\"\"\"(?s:.*?)(?<!\\\\)\"\"\""
            + "|\"[^\"\\\\\\r\\n]*(?:\\\\.[^\"\\\\\\r\\n]*)*\"|'[^'\\\\\\r\\n]*(?:\\\\.[^'\\\\\\r\\n]*)*'");

    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\w$])(Coroutine|Generator|AsyncGenerator)\\s*\\.\\s*(await|suspend|yield|yieldFrom)\\s*\\(");

    private static final Pattern IMPORTED = Pattern.compile(
            "\\bimport\\s+static\\s+dev\\s*\\.\\s*fermata\\s*\\.\\s*Coroutine\\s*\\.\\s*(?:await|suspend|\\*)\\s*;");

    private static final Pattern PLAIN = Pattern.compile("(\\.\\s*|[$])?\\b(await|suspend)\\s*\\(");

    private UnseenLambdas() {}

    /** Returns the first call in the source of a top-level element, as it stands in a message; none if the source cannot be had. */
    static Optional<String> firstIn(Element topLevel, Elements elements) {
        return text(topLevel, elements).flatMap(UnseenLambdas::firstCall);
    }

    static Optional<String> firstCall(String source) {
        String code = NO_CODE.matcher(source).replaceAll(" ");
        if (!code.contains("fermata")) {
            return Optional.empty();
        }
        Matcher named = NAMED.matcher(code);
        if (named.find()) {
            return Optional.of(named.group(1) + "." + named.group(2) + "()");
        }
        return IMPORTED.matcher(code).find()
                ? PLAIN.matcher(code)
                        .results()
                        .filter(call -> call.group(1) == null)
                        .map(call -> call.group(2) + "()")
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> text(Element topLevel, Elements elements) {
        return Optional.ofNullable(path(topLevel, elements))
                .filter(Files::isRegularFile)
                .flatMap(UnseenLambdas::read);
    }

    private static Optional<String> read(Path file) {
        try {
            // Whatever the encoding is, the words that are looked for are ASCII.
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Java 18 made a method for it; Eclipse's elements had one before, and on 17 have no other. */
    private static @Nullable Path path(Element topLevel, Elements elements) {
        try {
            Object file =
                    Elements.class.getMethod("getFileObjectOf", Element.class).invoke(elements, topLevel);
            URI uri = ((FileObject) file).toUri();
            return "file".equals(uri.getScheme()) ? Path.of(uri) : null;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unknown) {
            return pathByEclipse(topLevel);
        }
    }

    private static @Nullable Path pathByEclipse(Element topLevel) {
        try {
            Object name = topLevel.getClass().getMethod("getFileName").invoke(topLevel);
            return name instanceof String file ? Path.of(file) : null;
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException notEclipse) {
            return null;
        } catch (InvalidPathException | LinkageError noFile) {
            return null;
        }
    }
}
