package dev.fermata.processor.javac;

import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Starts a processor as build tools do: with an environment of their own. */
final class WrappedProcessor extends AbstractProcessor {
    private final Processor inner;
    private final UnaryOperator<ProcessingEnvironment> wrapper;

    WrappedProcessor(Processor inner, UnaryOperator<ProcessingEnvironment> wrapper) {
        this.inner = inner;
        this.wrapper = wrapper;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        inner.init(wrapper.apply(environment));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return inner.getSupportedAnnotationTypes();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return inner.getSupportedOptions();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return inner.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return inner.process(annotations, round);
    }
}
