package dev.fermata.processor.javac;

import com.google.auto.service.AutoService;
import dev.fermata.processor.diagnostic.CheckOptions;
import dev.fermata.processor.names.RuntimeNames;
import dev.fermata.processor.transform.Transformer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Checks and rewrites {@code @Async} and {@code @Yields} methods. As an annotation processor it does little: it hangs a
 * listener into the compile that it is started by, and has the companions written that {@code @Bridge} asks for.
 *
 * <p>No type of {@code com.sun.source} may be named in a signature, a field or the hierarchy of this class: Eclipse's compiler
 * loads it on virtual machines without {@code jdk.compiler}, and has to be told kindly that it cannot be served.
 */
@AutoService(Processor.class)
public final class FermataProcessor extends AbstractProcessor {
    /** What companions carry as all that is generated. */
    private static final String GENERATED = "javax.annotation.processing.Generated";

    private final ClassTransform transform;
    private @Nullable BridgeRounds bridges;
    private CheckOptions options = CheckOptions.parse(Map.of());
    private @Nullable UnsupportedCompiler refusal;

    /** For the compiler, which finds the processor as a service. */
    public FermataProcessor() {
        this(Transformer::transform);
    }

    /** The seam for tests of this room. */
    FermataProcessor(ClassTransform transform) {
        this.transform = transform;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(RuntimeNames.ASYNC, RuntimeNames.YIELDS, RuntimeNames.BRIDGE, GENERATED);
    }

    /**
     * Returns the names of our options, and whatever else was given under our prefix: that is an UnknownOption already, and
     * javac need not warn of it a second time.
     */
    @Override
    public Set<String> getSupportedOptions() {
        return optionNames(processingEnv);
    }

    static Set<String> optionNames(ProcessingEnvironment environment) {
        Set<String> names = new LinkedHashSet<>(CheckOptions.names());
        for (String name : environment.getOptions().keySet()) {
            if (name.startsWith(CheckOptions.PREFIX)) {
                names.add(name);
            }
        }
        return names;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Map<String, @Nullable String> given = new HashMap<>();
        environment.getOptions().forEach(given::put);
        options = CheckOptions.parse(given);
        bridges = new BridgeRounds(environment);
        for (String problem : options.problems()) {
            environment.getMessager().printMessage(Diagnostic.Kind.ERROR, problem);
        }
        boolean hooked;
        try {
            hooked = Hook.into(environment, options, transform);
        } catch (LinkageError noSuchCompiler) {
            // There is no com.sun.source here at all.
            hooked = false;
        }
        refusal = hooked ? null : new UnsupportedCompiler(environment, options);
    }

    /**
     * Claims: nobody else knows our annotations, and an unclaimed one is a warning of javac, {@code Generated} of our own
     * companions included. That of others is left to others.
     */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (refusal != null) {
            refusal.refuseMethods(round);
        }
        Objects.requireNonNull(bridges, "init was not called").process(annotations, round);
        return bridges.hasWritten() || !annotations.stream().allMatch(annotation -> isNamed(annotation, GENERATED));
    }

    private static boolean isNamed(TypeElement annotation, String... names) {
        return List.of(names).contains(annotation.getQualifiedName().toString());
    }
}
