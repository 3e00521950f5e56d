package dev.fermata.processor.check;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.fermata.processor.diagnostic.CheckOptions;
import dev.fermata.processor.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** The least that a processor must do to run the checks where the real one runs them. */
final class ChecksProcessor extends AbstractProcessor {
    final List<AsyncFacts> facts = new ArrayList<>();
    final List<Throwable> thrown = new ArrayList<>();

    @Override
    public void init(ProcessingEnvironment environment) {
        super.init(environment);
        Trees trees = Trees.instance(environment);
        Reporter reporter = (severity, text, tree, unit) -> trees.printMessage(kind(severity), text, tree, unit);
        Checks checks = new Checks(
                trees,
                environment.getElementUtils(),
                environment.getTypeUtils(),
                CheckOptions.parse(new HashMap<>(environment.getOptions())),
                reporter);
        JavacTask.instance(environment).addTaskListener(new TaskListener() {
            @Override
            public void finished(TaskEvent event) {
                if (event.getKind() == TaskEvent.Kind.ANALYZE) {
                    try {
                        facts.add(checks.run(event.getCompilationUnit(), event.getTypeElement()));
                    } catch (RuntimeException | Error e) {
                        thrown.add(e);
                    }
                }
            }
        });
    }

    private static Diagnostic.Kind kind(Severity severity) {
        return switch (severity) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
            case OFF -> throw new IllegalArgumentException("reported although it is off");
        };
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return CheckOptions.names();
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
