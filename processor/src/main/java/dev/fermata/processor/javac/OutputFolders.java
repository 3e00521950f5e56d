package dev.fermata.processor.javac;

import java.net.URI;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.util.Elements;

/**
 * Finds out where javac wrote a class, and whether it did: GENERATE is finished also where an error kept javac from writing, and
 * then the class file of an earlier build may lie there, rewritten or not.
 *
 * <p>A file is this compile's if it is not the one that lay there when the class was analysed, or is as young as the compile. The
 * first alone would miss a build within the tick of a file system's clock, the second alone one on a server whose
 * clock is late.
 */
final class OutputFolders {
    private static final long LONGEST_WAIT_MILLIS = 10_000;

    private final Filer filer;
    private final Elements elements;
    private final boolean writtenElsewhere;
    private final FileTime start;
    private final Map<String, List<Candidate>> candidates = new HashMap<>();
    private long patienceMillis;

    /**
     * Makes one for a compile that begins.
     *
     * @param writtenElsewhere whether files may arrive later than javac says
     */
    OutputFolders(Filer filer, Elements elements, boolean writtenElsewhere) {
        this.filer = filer;
        this.elements = elements;
        this.writtenElsewhere = writtenElsewhere;
        // Some file systems count whole seconds.
        this.start = FileTime.from(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        this.patienceMillis = LONGEST_WAIT_MILLIS;
    }

    private record Candidate(OutputFolder folder, Optional<FileTime> before) {}

    /**
     * What was found.
     *
     * @param folder where javac wrote; empty if it did not
     * @param old whether a class file of an earlier compile was seen instead, which proves that an error kept javac from writing
     */
    record Search(Optional<OutputFolder> folder, boolean old) {}

    /** Remembers what lies where javac may write a class, before it does. */
    void remember(ClassGroup group) {
        List<OutputFolder> folders = new ArrayList<>();
        folders.add(new FilerFolder(filer, elements, group.outermost()));
        sourceFolder(group).ifPresent(folders::add);
        candidates.put(
                group.name(),
                folders.stream()
                        .map(folder -> new Candidate(folder, folder.written(fileOf(group.name()))))
                        .toList());
    }

    private static Optional<OutputFolder> sourceFolder(ClassGroup group) {
        URI source = group.unit().getSourceFile().toUri();
        return "file".equals(source.getScheme())
                ? Optional.ofNullable(Path.of(source).getParent()).map(SourceFolder::new)
                : Optional.empty();
    }

    /** Finds the folder where javac wrote the top-level class of a group. */
    Search find(ClassGroup group) {
        Search search = look(group);
        long pause = 1;
        while (search.folder().isEmpty() && writtenElsewhere && patienceMillis > 0) {
            patienceMillis -= pause;
            if (!slept(pause)) {
                break;
            }
            pause = Math.min(2 * pause, 100);
            search = look(group);
        }
        return search;
    }

    private Search look(ClassGroup group) {
        Optional<OutputFolder> young = Optional.empty();
        boolean old = false;
        for (Candidate candidate : candidates.getOrDefault(group.name(), List.of())) {
            Optional<FileTime> now = candidate.folder().written(fileOf(group.name()));
            if (now.isEmpty()) {
                continue;
            }
            if (!now.equals(candidate.before())) {
                return new Search(Optional.of(candidate.folder()), false);
            }
            if (now.get().compareTo(start) >= 0) {
                young = young.or(() -> Optional.of(candidate.folder()));
            } else {
                old = true;
            }
        }
        return new Search(young, old);
    }

    /** Returns the name of the file of a class. */
    static String fileOf(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1) + ".class";
    }

    private static boolean slept(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
