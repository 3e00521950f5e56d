package dev.fermata.guard;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import java.util.Arrays;

/**
 * Fails a compile that has coroutine functions and no processor. From 23 on javac does not run processors of the class path
 * unless it is told to, and says nothing of it; plugins that start by themselves it does start.
 *
 * <p>It stands in the runtime and not with the processor, since the runtime is what everybody has on the path. Nothing of it
 * is needed when a program runs, so {@code jdk.compiler} may be missing there.
 *
 * <p>Whoever compiles without the processor on purpose says so with {@code -Xplugin:"FermataGuard off"}. It cannot be {@code
 * -Afermata.transform=off}: the options of processors are hidden from plugins.
 *
 * <p>It does not see all: javac looks for plugins on the processor path if there is one, on the class path if there is none, and
 * never on the module path. The processor's jar has a guard of the same name, for compiles that find that jar and not this one.
 * Where neither is started, the classes throw when they run, with the same advice.
 */
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
        task.addTaskListener(new GuardListener(task, Arrays.asList(args).contains("off")));
    }
}
