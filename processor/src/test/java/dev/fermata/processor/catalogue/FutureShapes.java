package dev.fermata.processor.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Shapes of the catalogue, written anew so that their functions return futures: what a body does must not depend on what its
 * function returns. Only themes in which nothing needs a coroutine: no functions of the kit that return some, nothing that is called
 * now and awaited later. The interfaces of their lambdas are the kit's own, which return futures.
 */
final class FutureShapes {
    static final List<String> THEMES = List.of(
            "ArrayShapes",
            "Assignments",
            "Conditionals",
            "Construction",
            "Generics",
            "Labels",
            "Lambdas",
            "Loops",
            "ManyAwaits",
            "ManyValues",
            "Monitors",
            "Nulls",
            "Operands",
            "Primitives",
            "Regressions",
            "Resources",
            "Strings",
            "Switches",
            "TryCatch",
            "TryFinally");

    private FutureShapes() {}

    /** Writes the sources to a folder. */
    static List<Path> writeTo(Path folder) {
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Path file : Sources.in("shapes")) {
                String name = file.getFileName().toString();
                if (THEMES.contains(name.replace(".java", ""))) {
                    written.add(Files.writeString(folder.resolve(name), returningFutures(Files.readString(file))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    private static String returningFutures(String source) {
        return source.replace("import static dev.fermata.Coroutine.done;", "")
                .replace(
                        "import static dev.fermata.Coroutine.result;",
                        "import static java.util.concurrent.CompletableFuture.completedFuture;")
                .replace(
                        "import dev.fermata.Coroutine;",
                        "import dev.fermata.Coroutine;\nimport java.util.concurrent.CompletableFuture;")
                .replaceAll("import dev.fermata.(AsyncSupplier|AsyncFunction);", "import shapes.kit.$1;")
                .replaceAll("(?<!await\\()tape\\.coroutine\\(([^()]*)\\)", "shapes.kit.Futures.of(tape.coroutine($1))")
                .replaceAll("\\bCoroutine<", "CompletableFuture<")
                .replaceAll("(?<![.\\w])result\\(", "completedFuture(")
                .replaceAll("(?<![.\\w])done\\(\\)", "completedFuture(null)");
    }
}
