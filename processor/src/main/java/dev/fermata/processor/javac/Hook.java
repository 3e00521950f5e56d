package dev.fermata.processor.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.fermata.processor.check.Checks;
import dev.fermata.processor.diagnostic.CheckOptions;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/** Hangs our listener into the compile that a processor was started by. */
final class Hook {
    private Hook() {}

    /**
     * Finds the compile and adds the listener.
     *
     * @return false if the compiler is not javac, or hides it
     * @throws LinkageError if this virtual machine has no {@code com.sun.source}
     */
    static boolean into(ProcessingEnvironment environment, CheckOptions options, ClassTransform transform) {
        Optional<CompilerTask> found = CompilerTask.of(environment);
        found.ifPresent(compiler -> {
            JavacTask task = compiler.task();
            Trees trees = Trees.instance(task);
            // The environment's own Messager and Filer and not the task's: Gradle and IntelliJ wrap them to know what
            // is made.
            Reports reports = new Reports(trees, environment.getMessager(), options);
            ReportFile report =
                    options.report().map(file -> new ReportFile(file, reports)).orElse(null);
            Checks checks = new Checks(
                    trees, task.getElements(), task.getTypes(), options, reports, report == null ? null : report::add);
            OutputFolders folders =
                    new OutputFolders(environment.getFiler(), task.getElements(), compiler.writesElsewhere());
            Compilation compilation =
                    new Compilation(trees, task.getElements(), checks, reports, report, folders, options, transform);
            RunningMark mark = new RunningMark(task);
            mark.set();
            task.addTaskListener(new CompileListener(compilation, reports, mark));
        });
        return found.isPresent();
    }
}
