package dev.fermata.processor.javac;

import dev.fermata.processor.check.SourceOutline;
import dev.fermata.processor.report.Report;
import dev.fermata.processor.report.ReportFormat;
import dev.fermata.processor.transform.FunctionOutline;
import dev.fermata.processor.weave.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The file that {@code -Afermata.report} asks for. It is written once, when the compile is finished, whether it has failed or
 * not: the findings of a failed one are what somebody may want to look at.
 */
final class ReportFile {
    private final String file;
    private final Reports reports;
    private final Report report = new Report();

    ReportFile(String file, Reports reports) {
        this.file = file;
        this.reports = reports;
    }

    void add(SourceOutline source) {
        report.add(source);
    }

    /** Adds functions of a top-level class, given by its internal name. */
    void add(String topLevel, List<FunctionOutline> functions) {
        report.add(topLevel.replace('/', '.'), functions);
    }

    /** Writes all of it or nothing; a folder that is missing is made. */
    void write() {
        try {
            Path path = Path.of(file).toAbsolutePath();
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.isDirectory(path)) {
                reports.error(BuildTexts.unwritableReport(file, "it is a folder"));
                return;
            }
            Disk.write(path, ReportFormat.of(file).text(report).getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException noFolder) {
            reports.error(BuildTexts.unwritableReport(file, nameOf(noFolder) + " in its path is no folder"));
        } catch (NoSuchFileException gone) {
            reports.error(BuildTexts.unwritableReport(file, nameOf(gone) + " in its path does not exist"));
        } catch (IOException | InvalidPathException unwritable) {
            reports.error(BuildTexts.unwritableReport(file, String.valueOf(unwritable.getMessage())));
        }
    }

    /** The name alone: the message has the whole path, which may be long, already. */
    private static Path nameOf(FileSystemException failure) {
        Path path = Path.of(failure.getFile());
        return Objects.requireNonNullElse(path.getFileName(), path);
    }
}
