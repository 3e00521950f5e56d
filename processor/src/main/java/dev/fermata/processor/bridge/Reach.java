package dev.fermata.processor.bridge;

import com.palantir.javapoet.AnnotationSpec;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/** What a class of a package can name and call without being a subclass of anything (JLS 6.6). */
final class Reach {
    private final Elements elements;
    private final PackageElement home;

    Reach(Elements elements, PackageElement home) {
        this.elements = elements;
        this.home = home;
    }

    /** Whether a method can be called. */
    boolean includes(ExecutableElement method) {
        return isOpen(method);
    }

    /** Returns the first type in a type that cannot be named, if there is one. */
    Optional<TypeElement> outside(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return outside(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            TypeMirror bound =
                    wildcard.getExtendsBound() != null ? wildcard.getExtendsBound() : wildcard.getSuperBound();
            return bound == null ? Optional.empty() : outside(bound);
        }
        if (!(type instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        TypeElement element = (TypeElement) declared.asElement();
        if (!includes(element)) {
            return Optional.of(element);
        }
        return outside(declared.getTypeArguments()).or(() -> outside(declared.getEnclosingType()));
    }

    /** As {@link #outside(TypeMirror)}, of several. */
    Optional<TypeElement> outside(List<? extends TypeMirror> types) {
        return types.stream().flatMap(type -> outside(type).stream()).findFirst();
    }

    /** Whether a type can be named. */
    boolean includes(TypeElement type) {
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (!isOpen(each)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOpen(Element element) {
        return element.getModifiers().contains(Modifier.PUBLIC)
                || !element.getModifiers().contains(Modifier.PRIVATE)
                        && elements.getPackageOf(element).equals(home);
    }

    /** Copies annotations; those that cannot be named are nobody's business there. */
    List<AnnotationSpec> annotations(List<? extends AnnotationMirror> mirrors) {
        return mirrors.stream()
                .filter(mirror ->
                        includes((TypeElement) mirror.getAnnotationType().asElement()))
                .map(AnnotationSpec::get)
                .toList();
    }
}
