package dev.fermata.processor.javac;

import com.google.auto.service.AutoService;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import java.util.Arrays;

/**
 * Fails a compile that has coroutine functions and in which {@link FermataProcessor} does not run although its jar is there:
 * under {@code -proc:none}, where {@code -processor} names others, behind a processor that claims all annotations, and from
 * javac 23 on where the jar is merely on the class path. Plugins that start by themselves javac starts in all of these.
 *
 * <p>The runtime has a guard of its own, for compiles without this jar. javac looks for plugins on the processor path if there
 * is one, where the runtime seldom is, so neither can do the work of the other. Where both are started one speaks, as {@link
 * RunningMark} says. They have one name, so that one option switches off whichever javac finds.
 *
 * <p>It cannot do the processor's work instead: a plugin is not told where class files go.
 */
@AutoService(Plugin.class)
public final class Guard implements Plugin {
    /** For javac, which finds it as a service. */
    public Guard() {}

    @Override
    public String getName() {
        return "FermataGuard";
    }

    @Override
    public boolean autoStart() {
        return true;
    }

    @Override
    public void init(JavacTask task, String... args) {
        boolean off = Arrays.asList(args).contains("off");
        task.addTaskListener(new GuardListener(task, new RunningMark(task), off));
    }
}
