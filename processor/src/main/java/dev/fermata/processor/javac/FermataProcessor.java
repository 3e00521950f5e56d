package dev.fermata.processor.javac;

import com.google.auto.service.AutoService;
import dev.fermata.processor.diagnostic.CheckOptions;
import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Severity;
import dev.fermata.processor.names.RuntimeNames;
import dev.fermata.processor.transform.Transformer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Checks and rewrites {@code @Async} and {@code @Yields} methods. As an annotation processor it does next to nothing: it
 * claims our two annotations and hangs a listener into the compile that it is started by.
 *
 * <p>No type of {@code com.sun.source} may be named in a signature, a field or the hierarchy of this class: Eclipse's compiler
 * loads it on virtual machines without {@code jdk.compiler}, and has to be told kindly that it cannot be served.
 */
@AutoService(Processor.class)
public final class FermataProcessor extends AbstractProcessor {
    private final ClassTransform transform;
    private CheckOptions options = CheckOptions.parse(Map.of());
    private boolean hooked;
    private boolean refused;

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
        return Set.of(RuntimeNames.ASYNC, RuntimeNames.YIELDS);
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
        environment.getOptions().keySet().stream()
                .filter(name -> name.startsWith(CheckOptions.PREFIX))
                .forEach(names::add);
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
        List<String> problems = new ArrayList<>(options.problems());
        problems.forEach(problem -> environment.getMessager().printMessage(Diagnostic.Kind.ERROR, problem));
        try {
            hooked = Hook.into(environment, options, transform);
        } catch (LinkageError noSuchCompiler) {
            // There is no com.sun.source here at all.
            hooked = false;
        }
    }

    /** Always claims: nobody else knows these annotations, and unclaimed ones are a warning of javac. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!hooked && !refused) {
            annotations.stream()
                    .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
                    .<Element>map(method -> method)
                    .filter(method -> !method.getModifiers().contains(Modifier.ABSTRACT))
                    // Eclipse gives them in no order.
                    .min(Comparator.comparing(method -> method.getEnclosingElement() + "." + method))
                    .ifPresent(this::refuse);
        }
        return true;
    }

    /** Once per compile, and only if there really is something to rewrite: whoever merely has us on a path hears nothing. */
    private void refuse(Element method) {
        refused = true;
        Severity severity = options.severity(DiagnosticId.UNSUPPORTED_COMPILER);
        if (severity != Severity.OFF) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            severity == Severity.ERROR ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING,
                            BuildTexts.unsupportedCompiler(processingEnv, method),
                            method);
        }
    }
}
