package dev.fermata.guard;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.tools.Diagnostic;

/** Looks at each class that javac has analysed, until there is something to say. */
final class GuardListener implements TaskListener {
    /** What the processor sets for as long as it runs; why a system property, its {@code RunningMark} explains. */
    private static final String RUNNING = "dev.fermata.processor@";

    private final JavacTask task;
    private boolean done;

    GuardListener(JavacTask task) {
        this.task = task;
    }

    @Override
    public void finished(TaskEvent event) {
        if (done || event.getKind() != TaskEvent.Kind.ANALYZE) {
            return;
        }
        try {
            if (isProcessorRunning()) {
                done = true;
            } else {
                look(event);
            }
        } catch (Throwable ignored) {
            // Whatever is thrown here javac takes for a crash of its own. A guard that fails is no reason to fail a
            // compile: the
            // class throws when it runs.
            done = true;
        }
    }

    private boolean isProcessorRunning() {
        return System.getProperty(RUNNING + Integer.toHexString(System.identityHashCode(task))) != null;
    }

    private void look(TaskEvent event) {
        if (event.getTypeElement() == null) {
            return;
        }
        Trees trees = Trees.instance(task);
        // None for a module-info or package-info.
        TreePath type = trees.getPath(event.getTypeElement());
        if (type == null) {
            return;
        }
        Optional<AsyncCode> found = AsyncCode.firstIn(type, trees);
        found.ifPresent(code -> {
            done = true;
            trees.printMessage(Diagnostic.Kind.ERROR, code.message(), code.tree(), type.getCompilationUnit());
        });
    }
}
