package dev.fermata.processor.bridge;

import com.palantir.javapoet.TypeVariableName;
import dev.fermata.processor.bridge.BridgeOutcome.Companion;
import dev.fermata.processor.bridge.BridgeOutcome.Refusal;
import dev.fermata.processor.names.RuntimeNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The entry: makes of a type with {@code @Bridge} what stands beside it. */
public final class Bridges {
    private final Elements elements;
    private final Types types;

    /** Makes one for a compilation. */
    public Bridges(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /**
     * Looks at a type.
     *
     * @param type a type that carries {@code @Bridge}
     * @return its companions, in the order of {@link Style#ALL}; or all that is wrong with it
     */
    public BridgeOutcome of(TypeElement type) {
        Reach reach = new Reach(elements, elements.getPackageOf(type));
        Refusals refusals = new Refusals(type);
        Optional<Refusal> hopeless = hopeless(type, refusals);
        if (hopeless.isPresent()) {
            return new BridgeOutcome.Refused(List.of(hopeless.get()));
        }
        Optional<Missing> missing = Missing.in(type);
        if (missing.isPresent()) {
            return incomplete(missing.get());
        }
        Variables variables = new Variables(type, List.of());
        generics(type).forEach(each -> variables.add(each.getTypeParameters()));
        TypeNames names = TypeNames.of(reach).with(variables.named());
        List<TypeVariableName> declared = variables.declared(names, reach);

        Functions found = new Functions(types, reach, refusals, declared, (DeclaredType) type.asType());
        found.addAll(Members.of(type, names, types, reach), excluded(type));
        if (found.missing().isPresent()) {
            return incomplete(found.missing().get());
        }
        if (!found.problems().isEmpty()) {
            return new BridgeOutcome.Refused(found.problems());
        }
        return companions(new BridgedType(type, names.of(type.asType()), declared, found.functions()), reach);
    }

    private static BridgeOutcome incomplete(Missing missing) {
        TypeElement outermost = missing.holder();
        while (outermost.getEnclosingElement() instanceof TypeElement outer) {
            outermost = outer;
        }
        return new BridgeOutcome.Incomplete(
                missing.name(), outermost.getQualifiedName().toString());
    }

    private static Optional<Refusal> hopeless(TypeElement type, Refusals refusals) {
        if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
            return Optional.of(refusals.annotationType());
        }
        for (Element each = type; each instanceof TypeElement around; each = each.getEnclosingElement()) {
            if (around.getModifiers().contains(Modifier.PRIVATE)) {
                return Optional.of(refusals.outOfReach(around));
            }
        }
        return Optional.empty();
    }

    /** A type and those whose type variables are in scope in it, outermost first. */
    private static List<TypeElement> generics(TypeElement type) {
        List<TypeElement> generics = new ArrayList<>(List.of(type));
        for (TypeElement inner = type;
                !isStatic(inner) && inner.getEnclosingElement() instanceof TypeElement outer;
                inner = outer) {
            generics.add(0, outer);
        }
        return generics;
    }

    private static boolean isStatic(TypeElement type) {
        return type.getModifiers().contains(Modifier.STATIC)
                || type.getKind() != ElementKind.CLASS
                || Objects.requireNonNull(type.getEnclosingElement(), "a type is in a package or type")
                        .getKind()
                        .isInterface();
    }

    private static Set<String> excluded(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(RuntimeNames.BRIDGE))
                .flatMap(mirror -> mirror.getElementValues().values().stream())
                .flatMap(Bridges::strings)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> strings(AnnotationValue value) {
        return value.getValue() instanceof List<?> values
                ? values.stream().map(each -> String.valueOf(((AnnotationValue) each).getValue()))
                : Stream.empty();
    }

    private BridgeOutcome companions(BridgedType type, Reach reach) {
        Docs docs = new Docs(elements, types, type);
        Copied copied = new Copied(reach);
        List<Companion> companions = Style.ALL.stream()
                .flatMap(style -> new CompanionWriter(type, style, docs, copied, elements).write().stream())
                .toList();
        return new BridgeOutcome.Companions(companions);
    }
}
