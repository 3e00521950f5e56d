package dev.fermata.processor.bridge;

import com.palantir.javapoet.TypeVariableName;
import dev.fermata.processor.bridge.BridgeOutcome.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Picks the coroutine functions among the methods of a type, and says which of them cannot have a counterpart. */
final class Functions {
    private final Types types;
    private final Reach reach;
    private final Refusals refusals;
    private final List<TypeVariableName> outer;
    private final DeclaredType subject;
    private final List<BridgedFunction> functions = new ArrayList<>();
    private final List<Refusal> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private Optional<Missing> missing = Optional.empty();

    /** Makes one for a type; {@code outer} are the type variables of its companions. */
    Functions(Types types, Reach reach, Refusals refusals, List<TypeVariableName> outer, DeclaredType subject) {
        this.types = types;
        this.reach = reach;
        this.refusals = refusals;
        this.outer = outer;
        this.subject = subject;
    }

    /** Looks at all methods of the type. */
    void addAll(List<Member> members, Set<String> excluded) {
        members.forEach(member -> add(member, excluded));
        excluded.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(refusals.unknownExclusion(name)));
        problems.addAll(new Signatures(types, subject, refusals).problems(functions));
        if (functions.isEmpty() && problems.isEmpty()) {
            problems.add(refusals.nothing());
        }
    }

    /** Returns those that get counterparts. */
    List<BridgedFunction> functions() {
        return functions;
    }

    /** Returns what is wrong. */
    List<Refusal> problems() {
        return problems;
    }

    /** Returns a type that a function names and that does not exist. */
    Optional<Missing> missing() {
        return missing;
    }

    private void add(Member member, Set<String> excluded) {
        ExecutableElement method = member.method();
        Variables variables = new Variables((TypeElement) subject.asElement(), outer).add(method.getTypeParameters());
        TypeNames inside = member.names().with(variables.named());
        Optional<Returned> returned = Returned.by(method.getReturnType(), inside);
        if (returned.isEmpty()) {
            return;
        }
        names.add(member.name());
        if (excluded.contains(member.name())) {
            return;
        }
        Optional<Missing> hole = Missing.in(method);
        Optional<TypeElement> hidden = hidden(method);
        if (hole.isPresent()) {
            missing = missing.or(() -> hole);
        } else if (returned.get().raw()) {
            problems.add(refusals.raw(method));
        } else if (member.names().areErased() && !method.getModifiers().contains(Modifier.STATIC)) {
            problems.add(refusals.ofRawType(method));
        } else if (hidden.isPresent()) {
            problems.add(refusals.hiddenType(method, hidden.get()));
        } else {
            functions.add(new BridgedFunction(
                    method, returned.get().kind(), returned.get().result(), variables.declared(inside, reach), inside));
        }
    }

    /** Looked for in the signature as the type inherits it: what a supertype calls E may be a private class. */
    private Optional<TypeElement> hidden(ExecutableElement method) {
        ExecutableType seen = (ExecutableType) types.asMemberOf(subject, method);
        Stream<? extends TypeMirror> bounds = method.getTypeParameters().stream()
                .map(TypeParameterElement::getBounds)
                .flatMap(List::stream);
        return reach.outside(Stream.of(
                        Stream.of(seen.getReturnType()),
                        seen.getParameterTypes().stream(),
                        seen.getThrownTypes().stream(),
                        bounds)
                .flatMap(part -> part)
                .toList());
    }
}
