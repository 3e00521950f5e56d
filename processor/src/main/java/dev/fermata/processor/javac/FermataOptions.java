package dev.fermata.processor.javac;

import com.google.auto.service.AutoService;
import dev.fermata.processor.diagnostic.CheckOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Knows the options of {@link FermataProcessor}, and looks at what that one is not called for. javac asks only processors that it calls for the options
 * that they know, and calls those whose annotations it sees: in a module without coroutine functions it would warn of each
 * of our options. This processor is called for every annotation and for none, and claims nothing. So it is also the one to
 * tell that a compiler cannot be hooked which has async code in lambdas only.
 *
 * <p>One processor cannot do both: what it claims, it claims for all of the annotations that it supports, so that one for
 * every annotation would take those of others, or leave our own two unclaimed.
 */
@AutoService(Processor.class)
public final class FermataOptions extends AbstractProcessor {
    private @Nullable UnsupportedCompiler refusal;

    /** For the compiler, which finds the processor as a service. */
    public FermataOptions() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return FermataProcessor.optionNames(processingEnv);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        if (!isJavac(environment)) {
            Map<String, @Nullable String> given = new HashMap<>();
            environment.getOptions().forEach(given::put);
            refusal = new UnsupportedCompiler(environment, CheckOptions.parse(given));
        }
    }

    private static boolean isJavac(ProcessingEnvironment environment) {
        try {
            return CompilerTask.of(environment).isPresent();
        } catch (LinkageError noSuchCompiler) {
            return false;
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (refusal != null) {
            refusal.refuseLambdas(round);
        }
        return false;
    }
}
