package dev.fermata.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.fermata.processor.check.AsyncCode;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each class that javac has analysed, until there is something to say or the processor turns out to run. It says it
 * when javac is about to write the first class: what it finds before that in a source with errors, such as an annotation where
 * none may stand, is what keeps the processor from running, and no business of this. Nothing is written after an error.
 */
final class GuardListener implements TaskListener {
    private final JavacTask task;
    private final RunningMark mark;
    private final boolean off;
    private boolean done;
    private @Nullable Runnable report;

    GuardListener(JavacTask task, RunningMark mark, boolean off) {
        this.task = task;
        this.mark = mark;
        this.off = off;
    }

    @Override
    public void started(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE) {
            mark.setGuarded();
        } else if (event.getKind() == TaskEvent.Kind.GENERATE && report != null) {
            Runnable first = report;
            report = null;
            first.run();
        }
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.COMPILATION) {
            mark.clear();
        }
        if (done || event.getKind() != TaskEvent.Kind.ANALYZE) {
            return;
        }
        try {
            if (off || mark.isRunning()) {
                done = true;
            } else {
                look(event);
            }
        } catch (Throwable ignored) {
            // Whatever is thrown here javac takes for a crash of its own. A guard that fails is no reason to fail a
            // compile: the class throws when it runs.
            done = true;
        }
    }

    private void look(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        CompilationUnitTree unit = event.getCompilationUnit();
        if (type == null || unit == null) {
            return;
        }
        Trees trees = Trees.instance(task);
        AsyncCode.firstIn(unit, type, trees, task.getElements()).ifPresent(code -> {
            done = true;
            report = () -> trees.printMessage(
                    Diagnostic.Kind.ERROR, BuildTexts.processorNotRunning(code.subject()), code.tree(), unit);
        });
    }
}
