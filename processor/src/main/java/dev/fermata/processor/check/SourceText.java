package dev.fermata.processor.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.io.IOException;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** The text and the lines of trees. */
final class SourceText {
    /** What is longer is no name for a thing any more. */
    private static final int LONGEST = 160;

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final @Nullable CharSequence content;

    SourceText(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
        this.content = content(unit);
    }

    /** javac has it in memory; a source that is gone since is no reason to fail. */
    private static @Nullable CharSequence content(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true);
        } catch (IOException | RuntimeException gone) {
            return null;
        }
    }

    /** Returns a tree as it is written, on one line; as javac prints it, if another processor has made it. */
    String of(Tree tree) {
        long start = positions.getStartPosition(unit, tree);
        long end = positions.getEndPosition(unit, tree);
        CharSequence written = content;
        String text = written != null && start >= 0 && start < end && end <= written.length()
                ? written.subSequence((int) start, (int) end).toString()
                : tree.toString();
        return onOneLine(text);
    }

    static String onOneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, cut(line))) + "\u2026";
    }

    /** As many characters as fit, none of them cut in two. */
    private static int cut(String line) {
        return line.codePointCount(0, LONGEST - 1);
    }

    /** Returns the line where a tree begins, or 0. */
    int line(Tree tree) {
        return lineAt(positions.getStartPosition(unit, tree));
    }

    /** Returns the line where a tree ends, or 0. */
    int lastLine(Tree tree) {
        long end = positions.getEndPosition(unit, tree);
        return lineAt(end == Diagnostic.NOPOS ? end : end - 1);
    }

    private int lineAt(long position) {
        LineMap lines = unit.getLineMap();
        return lines == null || position < 0 ? 0 : (int) lines.getLineNumber(position);
    }

    /** Returns where a tree ends, to compare; evaluation goes in this order, innermost calls first. */
    long end(Tree tree) {
        return positions.getEndPosition(unit, tree);
    }
}
