package dev.fermata.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.fermata.processor.check.Reporter;
import dev.fermata.processor.diagnostic.CheckOptions;
import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.DiagnosticText;
import dev.fermata.processor.diagnostic.Severity;
import dev.fermata.processor.weave.Problem;
import dev.fermata.processor.weave.RewritingTexts;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Prints diagnostics through javac, and remembers whether one was an error: javac then writes no class file any more. */
final class Reports implements Reporter {
    private final Trees trees;
    private final Messager messager;
    private final CheckOptions options;
    private boolean errors;

    Reports(Trees trees, Messager messager, CheckOptions options) {
        this.trees = trees;
        this.messager = messager;
        this.options = options;
    }

    /** Tells whether the compile has failed by something that was reported here; of others' errors nobody tells us. */
    boolean anyErrors() {
        return errors;
    }

    @Override
    public void report(Severity severity, String text, Tree tree, CompilationUnitTree unit) {
        note(severity);
        trees.printMessage(kind(severity), text, tree, unit);
    }

    /** Reports that something of a group was not rewritten. */
    void notTransformed(ClassGroup group, Problem problem) {
        report(severity(), text(problem), group.treeOf(problem), group.unit());
    }

    /** Reports an exception of ours, in a class of a group. */
    void bug(ClassGroup group, Throwable bug) {
        notTransformed(group, RewritingTexts.bug(group.name(), bug, BuildTexts.DEBUG));
        trace(bug);
    }

    /** Reports an exception of ours where no position is known. */
    void bug(String className, Throwable bug) {
        note(severity());
        messager.printMessage(kind(severity()), text(RewritingTexts.bug(className, bug, BuildTexts.DEBUG)));
        trace(bug);
    }

    /** Reports an error that has no place in the source. */
    void error(String text) {
        note(Severity.ERROR);
        messager.printMessage(Diagnostic.Kind.ERROR, text);
    }

    private void trace(Throwable bug) {
        if (options.debug()) {
            StringWriter trace = new StringWriter();
            bug.printStackTrace(new PrintWriter(trace));
            messager.printMessage(Diagnostic.Kind.NOTE, trace.toString());
        }
    }

    private Severity severity() {
        return options.severity(DiagnosticId.NOT_TRANSFORMED);
    }

    private void note(Severity severity) {
        errors |= severity == Severity.ERROR;
    }

    private static String text(Problem problem) {
        return DiagnosticText.of(DiagnosticId.NOT_TRANSFORMED, problem.what(), problem.cure());
    }

    private static Diagnostic.Kind kind(Severity severity) {
        return switch (severity) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE, OFF -> Diagnostic.Kind.NOTE;
        };
    }
}
