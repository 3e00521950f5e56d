package dev.fermata.processor.javac;

import dev.fermata.processor.weave.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** A folder in the class output, as the compile's {@link Filer} knows it. */
final class FilerFolder implements OutputFolder {
    private final Filer filer;
    private final Elements elements;
    private final TypeElement outermost;
    /** The Filer compares what it is asked for with all files of the compile, so it is asked once for each. */
    private final Map<String, Optional<Path>> paths = new HashMap<>();

    private String folder;

    FilerFolder(Filer filer, Elements elements, TypeElement outermost) {
        this.filer = filer;
        this.elements = elements;
        this.outermost = outermost;
        this.folder = elements.getPackageOf(outermost).getQualifiedName().toString();
    }

    @Override
    public Optional<Path> path(String file) throws IOException {
        Optional<Path> path = paths.get(file);
        if (path == null) {
            URI uri = resource(file).toUri();
            path = "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
            paths.put(file, path);
        }
        return path;
    }

    @Override
    public byte[] read(String file) throws IOException {
        try (InputStream in = resource(file).openInputStream()) {
            return in.readAllBytes();
        }
    }

    /**
     * Not through the Filer where there is another way: from 21 on javac calls what it writes over a clash of output files,
     * under {@code -Xlint:all} for each class that is rewritten.
     */
    @Override
    public void replace(String file, byte[] bytes) throws IOException {
        Optional<Path> path = path(file);
        if (path.isPresent()) {
            Disk.write(path.get(), bytes);
        } else {
            create(file, bytes);
        }
    }

    /**
     * Through the Filer, with the one top-level class as origin: Gradle and IntelliJ then delete it with that class. As a resource,
     * since a class that is made in the last round is a warning that nothing switches off.
     */
    @Override
    public void create(String file, byte[] bytes) throws IOException {
        try (OutputStream out = filer.createResource(StandardLocation.CLASS_OUTPUT, folder, file, outermost)
                .openOutputStream()) {
            out.write(bytes);
        }
    }

    /** Only with several modules in one compile must a module be named, and then always; nothing else tells which case it is. */
    private FileObject resource(String file) throws IOException {
        try {
            return filer.getResource(StandardLocation.CLASS_OUTPUT, folder, file);
        } catch (FilerException wantsModule) {
            if (folder.contains("/")) {
                throw wantsModule;
            }
            folder = elements.getModuleOf(outermost).getQualifiedName() + "/" + folder;
            return filer.getResource(StandardLocation.CLASS_OUTPUT, folder, file);
        }
    }
}
