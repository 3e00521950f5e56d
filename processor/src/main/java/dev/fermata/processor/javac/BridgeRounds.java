package dev.fermata.processor.javac;

import dev.fermata.processor.bridge.BridgeOutcome;
import dev.fermata.processor.bridge.Bridges;
import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.DiagnosticText;
import dev.fermata.processor.diagnostic.Line;
import dev.fermata.processor.names.RuntimeNames;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Writes the companions of types that carry {@code @Bridge}, round by round. It needs no javac, no trees and no listener, so it
 * works in every compiler that runs annotation processors.
 *
 * <p>Not a processor of its own: javac starts no further one once all annotations are claimed, so with two of them it would
 * depend on their order in a list, or on the user's, which of them ever runs.
 *
 * <p>A type that names what does not exist waits for the next round, as another processor may write it in this one.
 */
final class BridgeRounds {
    private final ProcessingEnvironment processingEnv;
    private final Set<String> inSource = new HashSet<>();
    private List<Waiting> waiting = new ArrayList<>();
    private boolean hasWritten;

    BridgeRounds(ProcessingEnvironment processingEnv) {
        this.processingEnv = processingEnv;
    }

    /**
     * A type that is not complete. By name, since each round has elements of its own.
     *
     * @param module the name of its module
     * @param name its name
     * @param what what it waits for
     */
    private record Waiting(String module, String name, BridgeOutcome.Incomplete what) {}

    /**
     * Looks at the types of a round.
     *
     * @param annotations those that the types of the round carry, with or without others
     * @param round the round
     */
    void process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                inSource.add(type.getQualifiedName().toString());
            }
        }
        List<TypeElement> types = new ArrayList<>();
        for (Waiting each : waiting) {
            if (found(each) instanceof TypeElement type) {
                types.add(type);
            }
        }
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(RuntimeNames.BRIDGE)) {
                for (Element each : round.getElementsAnnotatedWith(annotation)) {
                    if (each instanceof TypeElement type) {
                        types.add(type);
                    }
                }
            }
        }
        if (round.processingOver()) {
            // What has not come by now does not come. What a source names and is missing, javac is about to report
            // itself.
            waiting.stream()
                    .filter(it -> !inSource.contains(it.what().holder()))
                    .forEach(it -> refuse(found(it), it.what()));
            return;
        }
        waiting = new ArrayList<>();
        Bridges bridges = new Bridges(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
        types.forEach(type -> bridge(type, bridges));
    }

    /** Whether companions were written, in this round or before. */
    boolean hasWritten() {
        return hasWritten;
    }

    private Element found(Waiting type) {
        return processingEnv
                .getElementUtils()
                .getTypeElement(processingEnv.getElementUtils().getModuleElement(type.module()), type.name());
    }

    private void bridge(TypeElement type, Bridges bridges) {
        BridgeOutcome outcome = bridges.of(type);
        if (outcome instanceof BridgeOutcome.Companions written) {
            written.companions().forEach(companion -> write(companion, type));
        } else if (outcome instanceof BridgeOutcome.Refused refused) {
            refused.refusals().forEach(refusal -> error(refusal.what(), refusal.cure(), refusal.at()));
        } else if (outcome instanceof BridgeOutcome.Incomplete incomplete) {
            Name module = processingEnv.getElementUtils().getModuleOf(type).getQualifiedName();
            waiting.add(new Waiting(module.toString(), type.getQualifiedName().toString(), incomplete));
        }
    }

    private void write(BridgeOutcome.Companion companion, TypeElement type) {
        if (inSource.contains(companion.name())) {
            exists(companion, type);
            return;
        }
        try (Writer file = processingEnv
                .getFiler()
                .createSourceFile(companion.name(), type)
                .openWriter()) {
            file.write(companion.source());
            hasWritten = true;
        } catch (FilerException taken) {
            exists(companion, type);
        } catch (IOException failed) {
            error(
                    Line.of("'%s' could not be written; %s", companion.name(), String.valueOf(failed.getMessage())),
                    Line.of("See to the folder that generated sources go to: javac -s <folder>."),
                    type);
        }
    }

    private void exists(BridgeOutcome.Companion companion, TypeElement type) {
        error(
                Line.of(
                        "'%s' exists already; a companion of '%s' has that name",
                        companion.name(), type.getSimpleName().toString()),
                Line.of("Rename one of the two."),
                type);
    }

    private void refuse(Element type, BridgeOutcome.Incomplete incomplete) {
        error(
                Line.of(
                        "'%s' inherits from '%s', which names '%s'; that does not exist, so no companion was written",
                        type.getSimpleName().toString(), incomplete.holder(), incomplete.missing()),
                Line.of("Put what has '%s' on the class path.", incomplete.missing()),
                type);
    }

    private void error(Line what, Line cure, Element at) {
        processingEnv
                .getMessager()
                .printMessage(Diagnostic.Kind.ERROR, DiagnosticText.of(DiagnosticId.BRIDGE_TARGET, what, cure), at);
    }
}
