package dev.fermata.processor.agent;

import dev.fermata.processor.transform.GeneratedClass;
import dev.fermata.processor.weave.Problem;
import dev.fermata.processor.weave.ProblemText;
import dev.fermata.processor.weave.RewritingTexts;
import java.io.PrintStream;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites classes as they are loaded. Called by the virtual machine in the thread that loads, on many threads at once; what is
 * thrown out of it the virtual machine would swallow, and run the class as it was.
 */
final class LoadTimeTransformer implements ClassFileTransformer {
    private static final String OURS = "dev/fermata/processor/";

    private final AgentOptions options;
    private final ClassDefiner definer;
    private final PrintStream err;

    LoadTimeTransformer(AgentOptions options, ClassDefiner definer, PrintStream err) {
        this.options = options;
        this.definer = definer;
        this.err = err;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable Module module,
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (loader == null || loader == ClassLoader.getPlatformClassLoader() || name == null) {
            return null; // the JDK's
        }
        // Another version of a class cannot bring new classes with it; the virtual machine refuses one without bodies.
        if (redefined != null || name.startsWith(OURS) || !options.includes(name)) {
            return null;
        }
        try {
            return Nest.mayConcern(classFile) ? rewrite(loader, name, domain, classFile) : null;
        } catch (Throwable bug) {
            return refused(name, classFile, List.of(RewritingTexts.bug(name, bug, "the agent's option debug")), bug);
        }
    }

    private byte @Nullable [] rewrite(
            ClassLoader loader, String name, @Nullable ProtectionDomain domain, byte[] classFile) throws Throwable {
        Nest nest = new Nest(name, classFile, new LoaderSource(loader), options);
        Nest.Result result = nest.rewrite();
        if (!result.problems().isEmpty()) {
            return refused(name, classFile, result.problems(), null);
        }
        for (GeneratedClass extra : result.extras()) {
            definer.define(loader, extra.name().replace('/', '.'), extra.bytes(), domain);
        }
        return result.bytes();
    }

    private byte[] refused(String name, byte[] classFile, List<Problem> problems, @Nullable Throwable bug) {
        problems.forEach(problem -> err.println("fermata-agent: " + ProblemText.of(problem)));
        if (bug != null && options.transform().keepDeadLocals()) {
            bug.printStackTrace(err);
        }
        return RefusedClass.of(classFile, problems.isEmpty() ? name : ProblemText.of(problems.get(0)));
    }
}
