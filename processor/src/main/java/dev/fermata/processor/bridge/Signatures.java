package dev.fermata.processor.bridge;

import dev.fermata.processor.bridge.BridgeOutcome.Refusal;
import dev.fermata.processor.names.RuntimeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.Types;

/** The signatures of counterparts, erased: no two may be the same, and none may be that of a method of Object (JLS 8.4.2). */
final class Signatures {
    private static final Set<String> OF_OBJECT = Set.of(
            "clone()",
            "equals(java.lang.Object)",
            "finalize()",
            "getClass()",
            "hashCode()",
            "notify()",
            "notifyAll()",
            "toString()",
            "wait()",
            "wait(long)",
            "wait(long,int)");

    private final Types types;
    private final DeclaredType subject;
    private final Refusals refusals;

    Signatures(Types types, DeclaredType subject, Refusals refusals) {
        this.types = types;
        this.subject = subject;
        this.refusals = refusals;
    }

    /** Returns what is wrong with them. */
    List<Refusal> problems(List<BridgedFunction> functions) {
        List<Refusal> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (BridgedFunction function : functions) {
            List<String> parameters = parameters(function);
            String plain = signature(function, parameters.stream());
            boolean fresh = seen.add(plain);
            if (function.isStatic()) {
                fresh &= seen.add(
                        signature(function, Stream.concat(Stream.of(RuntimeNames.EVENT_LOOP), parameters.stream())));
            }
            if (!fresh) {
                problems.add(refusals.sameSignature(function.method()));
            } else if (OF_OBJECT.contains(plain)) {
                problems.add(refusals.ofObject(function.method()));
            }
        }
        return problems;
    }

    private List<String> parameters(BridgedFunction function) {
        ExecutableType method = (ExecutableType) types.asMemberOf(subject, function.method());
        return method.getParameterTypes().stream()
                .map(type -> types.erasure(type).toString())
                .toList();
    }

    private static String signature(BridgedFunction function, Stream<String> parameters) {
        return parameters.collect(Collectors.joining(",", function.name() + "(", ")"));
    }
}
