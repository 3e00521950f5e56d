package dev.fermata.processor.javac;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Knows the options of {@link FermataProcessor}, and does nothing else. javac asks only processors that it calls for the options
 * that they know, and calls those whose annotations it sees: in a module without coroutine functions it would warn of each
 * of our options. This processor is called for every annotation and for none, and claims nothing.
 *
 * <p>One processor cannot do both: what it claims, it claims for all of the annotations that it supports, so that one for
 * every annotation would take those of others, or leave our own two unclaimed.
 */
@AutoService(Processor.class)
public final class FermataOptions extends AbstractProcessor {
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
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return false;
    }
}
