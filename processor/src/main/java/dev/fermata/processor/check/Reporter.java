package dev.fermata.processor.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.diagnostic.Severity;

/** Where the checks report. */
@FunctionalInterface
public interface Reporter {
    /**
     * Reports a diagnostic.
     *
     * @param severity its severity, never {@link Severity#OFF}
     * @param text its text, of several lines
     * @param tree where
     * @param unit the compilation unit of the tree
     */
    void report(Severity severity, String text, Tree tree, CompilationUnitTree unit);
}
