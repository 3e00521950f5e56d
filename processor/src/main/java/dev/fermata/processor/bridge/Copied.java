package dev.fermata.processor.bridge;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * The annotations of declarations that companions repeat: what says what may be null, by its simple name as every tool knows
 * it, and what makes javac treat the method differently. The others are about the original: a companion is no second
 * transaction, endpoint or bean. Annotations of types are copied with their types.
 */
final class Copied {
    private static final Set<String> MAY_BE_NULL = Set.of("Nullable", "CheckForNull");
    private static final Set<String> OF_PARAMETERS =
            Set.of("Nullable", "CheckForNull", "NonNull", "Nonnull", "NotNull");
    private static final Set<String> OF_SCOPES = Set.of("NullMarked", "NullUnmarked", "ParametersAreNonnullByDefault");

    private final Reach reach;

    Copied(Reach reach) {
        this.reach = reach;
    }

    /** Those of a type. What says how the source around it is to be read is looked for around it as well. */
    List<AnnotationSpec> ofType(TypeElement type) {
        Stream<AnnotationMirror> scope = Stream.empty();
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            List<? extends AnnotationMirror> found = named(each, OF_SCOPES).toList();
            if (!found.isEmpty()) {
                scope = found.stream().map(mirror -> mirror);
                break;
            }
        }
        return specs(Stream.concat(scope, deprecated(type)));
    }

    /** Those of a method; {@code mayBeNull} if its counterpart returns what the coroutine does. */
    List<AnnotationSpec> ofMethod(ExecutableElement method, boolean mayBeNull) {
        Stream<AnnotationMirror> nullness = mayBeNull ? named(method, MAY_BE_NULL) : Stream.empty();
        return specs(Stream.of(named(method, OF_SCOPES), nullness, deprecated(method))
                .flatMap(each -> each));
    }

    /** Those of a parameter. */
    List<AnnotationSpec> ofParameter(VariableElement parameter) {
        return specs(named(parameter, OF_PARAMETERS));
    }

    static boolean isDeprecated(Element element) {
        return deprecated(element).findAny().isPresent();
    }

    static boolean hasSafeVarargs(ExecutableElement method) {
        return method.getAnnotation(SafeVarargs.class) != null;
    }

    private List<AnnotationSpec> specs(Stream<? extends AnnotationMirror> mirrors) {
        return reach.annotations(mirrors.toList());
    }

    private static Stream<AnnotationMirror> deprecated(Element element) {
        return mirrors(element)
                .filter(mirror -> ClassName.get(element(mirror)).equals(ClassName.get(Deprecated.class)));
    }

    private static Stream<AnnotationMirror> named(Element element, Set<String> names) {
        return mirrors(element)
                .filter(mirror -> names.contains(element(mirror).getSimpleName().toString()))
                .filter(mirror -> !isOfTypes(element(mirror)));
    }

    private static Stream<AnnotationMirror> mirrors(Element element) {
        return element.getAnnotationMirrors().stream().map(mirror -> mirror);
    }

    /** One for uses of types too would be there twice. */
    private static boolean isOfTypes(TypeElement annotation) {
        return annotation.getAnnotationMirrors().stream()
                .filter(mirror -> element(mirror).getQualifiedName().contentEquals("java.lang.annotation.Target"))
                .flatMap(mirror -> mirror.getElementValues().values().stream())
                .map(AnnotationValue::toString)
                .anyMatch(targets -> targets.contains("TYPE_USE"));
    }

    private static TypeElement element(AnnotationMirror mirror) {
        return (TypeElement) mirror.getAnnotationType().asElement();
    }
}
