package dev.fermata.processor.bridge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * The methods that a type has, its own first, then those that it inherits: of a superclass, then of interfaces. Of those that
 * override or implement each other, one. {@code Elements.getAllMembers} has its own idea of which, and of the order.
 */
final class Members {
    private final Types types;
    private final Reach reach;
    private final DeclaredType subject;
    private final List<Member> members = new ArrayList<>();
    private final Set<TypeElement> visited = new HashSet<>();

    private Members(Types types, Reach reach, DeclaredType subject) {
        this.types = types;
        this.reach = reach;
        this.subject = subject;
    }

    /** Returns those that {@code reach} includes. */
    static List<Member> of(TypeElement type, TypeNames names, Types types, Reach reach) {
        Members members = new Members(types, reach, (DeclaredType) type.asType());
        members.visit(type, names);
        return members.members;
    }

    private void visit(TypeElement type, TypeNames names) {
        if (!visited.add(type)) {
            return;
        }
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(reach::includes)
                .filter(method -> isMember(method, type))
                .forEach(method -> add(new Member(method, names)));
        visit(type.getSuperclass(), names);
        type.getInterfaces().forEach(superInterface -> visit(superInterface, names));
    }

    private void visit(TypeMirror superType, TypeNames names) {
        if (superType instanceof DeclaredType declared) {
            visit((TypeElement) declared.asElement(), names.ofMembers(declared));
        }
    }

    /** Static methods of interfaces are not inherited (JLS 8.4.8). */
    private boolean isMember(ExecutableElement method, TypeElement owner) {
        return owner.equals(subject.asElement())
                || !owner.getKind().isInterface()
                || !method.getModifiers().contains(Modifier.STATIC);
    }

    private void add(Member member) {
        for (int i = 0; i < members.size(); i++) {
            if (areOne(members.get(i), member)) {
                if (isMoreSpecific(member, members.get(i))) {
                    members.set(i, member);
                }
                return;
            }
        }
        members.add(member);
    }

    private boolean areOne(Member one, Member other) {
        if (!one.name().equals(other.name())
                || one.method().getParameters().size()
                        != other.method().getParameters().size()) {
            return false;
        }
        ExecutableType first = (ExecutableType) types.asMemberOf(subject, one.method());
        ExecutableType second = (ExecutableType) types.asMemberOf(subject, other.method());
        return types.isSubsignature(first, second) || types.isSubsignature(second, first);
    }

    /** Between methods of interfaces: the one that overrides. What a class has comes first anyway. */
    private boolean isMoreSpecific(Member later, Member earlier) {
        return earlier.owner().getKind().isInterface()
                && types.isSubtype(
                        types.erasure(later.owner().asType()),
                        types.erasure(earlier.owner().asType()));
    }
}
