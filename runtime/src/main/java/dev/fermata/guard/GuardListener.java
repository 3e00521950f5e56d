package dev.fermata.guard;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each class that javac has analysed, until there is something to say, and says it when javac is about to write the
 * first class. In a source with errors, some of which keep the processor from running, those come first. Nothing is written
 * after an error.
 */
final class GuardListener implements TaskListener {
    /** What the processor sets for as long as it runs, and its own guard where that is to speak; why a system property, its {@code RunningMark} explains. */
    private static final String RUNNING = "dev.fermata.processor@";

    private final JavacTask task;
    private final boolean off;
    private boolean done;
    private @Nullable Runnable report;

    GuardListener(JavacTask task, boolean off) {
        this.task = task;
        this.off = off;
    }

    /** javac tells one of two guards of a name that it is off; this tells the other. */
    @Override
    public void started(TaskEvent event) {
        if (off && event.getKind() == TaskEvent.Kind.ANALYZE) {
            System.setProperty(property(), "off");
        }
        if (event.getKind() == TaskEvent.Kind.GENERATE && report != null) {
            Runnable first = report;
            report = null;
            first.run();
        }
    }

    @Override
    public void finished(TaskEvent event) {
        if (off && event.getKind() == TaskEvent.Kind.COMPILATION) {
            System.clearProperty(property());
        }
        if (done || off || event.getKind() != TaskEvent.Kind.ANALYZE) {
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
            // compile: the class throws when it runs.
            done = true;
        }
    }

    private boolean isProcessorRunning() {
        return System.getProperty(property()) != null;
    }

    private String property() {
        return RUNNING + Integer.toHexString(System.identityHashCode(task));
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
            report = () ->
                    trees.printMessage(Diagnostic.Kind.ERROR, code.message(), code.tree(), type.getCompilationUnit());
        });
    }
}
