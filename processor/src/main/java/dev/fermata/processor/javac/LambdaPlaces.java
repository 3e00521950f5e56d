package dev.fermata.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Where the lambdas of a class are. In a class file they are methods with names that javac made up, so only the line of the code in
 * question leads back to the source. Taken at ANALYZE: javac replaces the trees of lambdas before it generates code.
 */
record LambdaPlaces(List<Place> places) {
    private record Place(Tree tree, long firstLine, long lastLine) {
        long lines() {
            return lastLine - firstLine;
        }
    }

    static LambdaPlaces of(Tree type, CompilationUnitTree unit, SourcePositions positions) {
        List<Place> places = new ArrayList<>();
        LineMap lines = unit.getLineMap();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void nothing) {
                long start = positions.getStartPosition(unit, lambda);
                long end = positions.getEndPosition(unit, lambda);
                if (lines != null && start != Diagnostic.NOPOS && end != Diagnostic.NOPOS) {
                    places.add(new Place(lambda, lines.getLineNumber(start), lines.getLineNumber(end)));
                }
                return super.visitLambdaExpression(lambda, nothing);
            }
        }.scan(type, null);
        return new LambdaPlaces(List.copyOf(places));
    }

    /** Returns the innermost lambda around a line. */
    Optional<Tree> at(int line) {
        return places.stream()
                .filter(place -> place.firstLine() <= line && line <= place.lastLine())
                .min(Comparator.comparingLong(Place::lines))
                .map(Place::tree);
    }
}
