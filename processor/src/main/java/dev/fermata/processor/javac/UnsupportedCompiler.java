package dev.fermata.processor.javac;

import dev.fermata.processor.diagnostic.CheckOptions;
import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import dev.fermata.processor.diagnostic.Severity;
import dev.fermata.processor.names.RuntimeNames;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Says that a compiler cannot be hooked: once per compile, and only if there really is something to rewrite, so that whoever
 * merely has us on a path hears nothing.
 */
final class UnsupportedCompiler {
    private final ProcessingEnvironment environment;
    private final CheckOptions options;
    private boolean done;

    UnsupportedCompiler(ProcessingEnvironment environment, CheckOptions options) {
        this.environment = environment;
        this.options = options;
    }

    /** Says it at the first function. */
    void refuseMethods(RoundEnvironment round) {
        firstFunction(round)
                .ifPresent(method -> refuse(
                        Line.of(
                                "'%s' of %s",
                                method.getSimpleName().toString(), String.valueOf(method.getEnclosingElement())),
                        method));
    }

    /** Says it of the first class that has async code in lambdas only; where there are functions, they are spoken of. */
    void refuseLambdas(RoundEnvironment round) {
        if (firstFunction(round).isPresent()) {
            done = true;
        }
        List<Element> classes = done ? List.of() : sorted(round.getRootElements().stream());
        for (Element topLevel : classes) {
            Optional<String> call = UnseenLambdas.firstIn(topLevel, environment.getElementUtils());
            if (call.isPresent()) {
                refuse(Line.of("%s in %s", call.get(), topLevel.toString()), topLevel);
                return;
            }
        }
    }

    private Optional<Element> firstFunction(RoundEnvironment round) {
        return sorted(Stream.of(RuntimeNames.ASYNC, RuntimeNames.YIELDS)
                        .flatMap(name ->
                                Stream.ofNullable(environment.getElementUtils().getTypeElement(name)))
                        .<Element>flatMap((TypeElement it) -> round.getElementsAnnotatedWith(it).stream())
                        .filter(method -> !method.getModifiers().contains(Modifier.ABSTRACT)))
                .stream()
                .findFirst();
    }

    /** Eclipse gives them in no order. */
    private static List<Element> sorted(Stream<? extends Element> elements) {
        return elements.<Element>map(it -> it)
                .sorted(Comparator.comparing(it -> it.getEnclosingElement() + "." + it))
                .toList();
    }

    private void refuse(Line subject, Element place) {
        Severity severity = options.severity(DiagnosticId.UNSUPPORTED_COMPILER);
        if (!done && severity != Severity.OFF) {
            environment
                    .getMessager()
                    .printMessage(
                            severity == Severity.ERROR ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING,
                            BuildTexts.unsupportedCompiler(environment, subject),
                            place);
        }
        done = true;
    }
}
