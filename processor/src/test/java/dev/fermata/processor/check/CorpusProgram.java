package dev.fermata.processor.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/**
 * A program of the corpus, and what it says about itself in comments. A comment at the end of a line names what is reported on
 * that line: {@code // error AwaitOutsideAsync; warning BlockingCall@12}, where the number is the column. Before anything else
 * may stand {@code // options: -Werror}, what the compiler is given; {@code // unplaced: error UnknownOption}, what is reported
 * without a place; and {@code // javac: compiler.err.warnings.and.werror}, what javac itself reports.
 */
record CorpusProgram(
        String source, List<String> options, List<String> javac, List<Expected> expected, List<String> brokenMarkers) {

    private static final Pattern MARKER = Pattern.compile("(error|warning|note) ([A-Z][A-Za-z]+)(?:@(\\d+))?");
    private static final Pattern COMMENT = Pattern.compile("// ((?:error|warning|note) .*)$");

    /** One diagnostic: the line, or {@link Diagnostic#NOPOS}; the column, or 0 where any will do. */
    record Expected(long line, Diagnostic.Kind kind, String id, long column) {
        @Override
        public String toString() {
            return (line == Diagnostic.NOPOS ? "no place" : "line " + line) + ": "
                    + kind.name().toLowerCase(Locale.ROOT) + " " + id + (column == 0 ? "" : "@" + column);
        }
    }

    static CorpusProgram read(Path file) {
        String source;
        try {
            source = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CorpusProgram program =
                new CorpusProgram(source, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            program.readLine(lines.get(i), i + 1);
        }
        return program;
    }

    private void readLine(String line, int number) {
        if (line.startsWith("// options: ")) {
            options.addAll(List.of(line.substring("// options: ".length()).split(" ")));
        } else if (line.startsWith("// javac: ")) {
            javac.add(line.substring("// javac: ".length()));
        } else if (line.startsWith("// unplaced: ")) {
            readMarkers(line.substring("// unplaced: ".length()), Diagnostic.NOPOS);
        } else {
            Matcher comment = COMMENT.matcher(line);
            if (comment.find()) {
                readMarkers(comment.group(1), number);
            }
        }
    }

    private void readMarkers(String markers, long line) {
        for (String each : markers.split("; ")) {
            Matcher marker = MARKER.matcher(each);
            if (!marker.matches()) {
                // A comment that is no marker by a slip would let the program expect nothing.
                brokenMarkers.add(each);
                continue;
            }
            expected.add(new Expected(
                    line,
                    Diagnostic.Kind.valueOf(marker.group(1).toUpperCase(Locale.ROOT)),
                    marker.group(2),
                    marker.group(3) == null ? 0 : Long.parseLong(marker.group(3))));
        }
    }
}
