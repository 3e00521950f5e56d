package dev.fermata.processor.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Java files of the catalogue: test resources, since each is compiled twice, and never by the build. */
final class Sources {
    private Sources() {}

    /** What every shape may use. */
    static List<Path> kit() {
        return in("kit");
    }

    /** The shapes; those in newer Java only where this compiler understands them. */
    static List<Path> shapes() {
        List<Path> shapes = new ArrayList<>(in("shapes"));
        if (Runtime.version().feature() >= 21) {
            shapes.addAll(in("shapes21"));
        }
        return shapes;
    }

    /** The files in one folder of the catalogue, and below it. */
    static List<Path> in(String folder) {
        URL root = Sources.class.getResource("/catalogue/" + folder);
        if (root == null) {
            throw new IllegalStateException("no folder " + folder + " in the catalogue");
        }
        try (Stream<Path> files = Files.walk(Path.of(root.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
