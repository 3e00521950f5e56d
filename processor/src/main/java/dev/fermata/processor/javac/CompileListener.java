package dev.fermata.processor.javac;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;

/**
 * What javac calls. Nothing may be thrown out of it: javac would call that a bug of its own, ask the user to file one, and say
 * nothing of us.
 */
final class CompileListener implements TaskListener {
    private final Compilation compilation;
    private final Reports reports;
    private final RunningMark mark;

    CompileListener(Compilation compilation, Reports reports, RunningMark mark) {
        this.compilation = compilation;
        this.reports = reports;
        this.mark = mark;
    }

    @Override
    public void started(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE) {
            // The guard looks when it is finished.
            mark.set();
        }
    }

    @Override
    public void finished(TaskEvent event) {
        try {
            switch (event.getKind()) {
                case ANALYZE -> compilation.analysed(event);
                case GENERATE -> compilation.generated(event);
                case COMPILATION -> {
                    mark.clear();
                    compilation.finished();
                }
                default -> {}
            }
        } catch (Throwable bug) {
            reports.bug(String.valueOf(event.getTypeElement()), bug);
        }
    }
}
