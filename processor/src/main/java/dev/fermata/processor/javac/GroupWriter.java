package dev.fermata.processor.javac;

import dev.fermata.processor.diagnostic.CheckOptions;
import dev.fermata.processor.diagnostic.TransformMode;
import dev.fermata.processor.transform.GeneratedClass;
import dev.fermata.processor.transform.TransformOptions;
import dev.fermata.processor.weave.Problem;
import dev.fermata.processor.weave.Rewriting;
import dev.fermata.processor.weave.RewritingTexts;
import dev.fermata.processor.weave.StaleClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the class files of a group in place: reads them all, computes all, then writes the generated classes, then the
 * hosts, the nest host last. Whoever pulls the plug in between is left with hosts as javac wrote them and some unused classes.
 */
final class GroupWriter {
    private final TransformMode mode;
    private final TransformOptions options;
    private final ClassTransform transform;
    private final Reports reports;
    private final @Nullable ReportFile report;
    private final StaleClasses stale = new StaleClasses();

    GroupWriter(CheckOptions options, ClassTransform transform, Reports reports, @Nullable ReportFile report) {
        this.mode = options.transform();
        this.options = new TransformOptions(options.debug(), options.verify(), report != null);
        this.transform = transform;
        this.reports = reports;
        this.report = report;
    }

    /** Rewrites what of a group javac has written since the last time. */
    void rewrite(ClassGroup group, OutputFolder folder) {
        boolean done = false;
        try {
            Map<String, byte[]> classFiles = read(group, folder);
            Rewriting.Result result = Rewriting.of(
                    classFiles, group::methodsOf, bytes -> transform.transform(bytes, group.lookup(), options));
            result.problems().forEach(problem -> reports.notTransformed(group, problem));
            if (mode == TransformMode.WARN) {
                reportDraggedAlong(group, classFiles.keySet(), result);
            }
            if (result.problems().isEmpty() || mode == TransformMode.WARN) {
                // Asked for before the host is written: a Filer does not give what it has taken.
                Optional<Path> host = folder.path(OutputFolders.fileOf(group.name()));
                write(result, folder, group.files());
                if (host.isPresent()) {
                    stale.delete(host.get(), group.name(), group.files());
                }
                if (report != null) {
                    report.add(group.name(), result.outlines());
                }
                done = true;
            }
        } catch (IOException unwritable) {
            reports.notTransformed(group, RewritingTexts.unwritable(group.name(), unwritable));
        } catch (Throwable bug) {
            reports.bug(group, bug);
        }
        if (!done && mode == TransformMode.ON) {
            delete(group, folder);
        }
    }

    /**
     * A class is rewritten whole or not at all. Where the compile goes on, what stays behind for the sake of another is to be named,
     * too: it would run as a plain method and not throw if it does not await. Lambdas are not named; those that await throw.
     */
    private void reportDraggedAlong(ClassGroup group, Set<String> classes, Rewriting.Result result) {
        for (String name : classes) {
            List<Problem> problems = result.problems().stream()
                    .filter(problem -> problem.className().equals(name))
                    .toList();
            for (Rewriting.ExpectedMethod method :
                    problems.isEmpty() ? List.<Rewriting.ExpectedMethod>of() : group.methodsOf(name)) {
                if (problems.stream()
                        .noneMatch(it -> it.method().equals(method.name())
                                && it.descriptor().equals(method.descriptor()))) {
                    reports.notTransformed(
                            group, RewritingTexts.draggedAlong(name, method.name(), method.descriptor()));
                }
            }
        }
    }

    /** The top-level class is always among them, and last: it is the nest host. */
    private static Map<String, byte[]> read(ClassGroup group, OutputFolder folder) throws IOException {
        List<String> written = group.takeWritten();
        written.forEach(name -> group.files().add(OutputFolders.fileOf(name)));
        group.files().add(OutputFolders.fileOf(group.name()));
        Map<String, byte[]> classFiles = new LinkedHashMap<>();
        for (String name : written) {
            if (!name.equals(group.name())) {
                classFiles.put(name, folder.read(OutputFolders.fileOf(name)));
            }
        }
        classFiles.put(group.name(), folder.read(OutputFolders.fileOf(group.name())));
        return classFiles;
    }

    private static void write(Rewriting.Result result, OutputFolder folder, Set<String> files) throws IOException {
        for (GeneratedClass extra : result.extras()) {
            String file = OutputFolders.fileOf(extra.name());
            files.add(file);
            folder.create(file, extra.bytes());
        }
        for (Map.Entry<String, byte[]> host : result.hosts().entrySet()) {
            folder.replace(OutputFolders.fileOf(host.getKey()), host.getValue());
        }
    }

    /**
     * A class that should have been rewritten and is not must not stay: Maven without its incremental detection would take
     * it for up to date the next time, and ship it. In memory nothing can be deleted, and nothing stays.
     */
    private void delete(ClassGroup group, OutputFolder folder) {
        try {
            Optional<Path> host = folder.path(OutputFolders.fileOf(group.name()));
            if (host.isPresent()) {
                for (String file : group.files()) {
                    Files.deleteIfExists(host.get().resolveSibling(file));
                }
                stale.delete(host.get(), group.name(), Set.of());
            }
        } catch (IOException | RuntimeException undeletable) {
            // The compile has failed by the error that led here; a second one about a file would hide it.
        }
    }
}
