package dev.fermata.processor.realcode;

import dev.fermata.processor.transform.GeneratedClass;
import dev.fermata.processor.transform.MethodBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rewrites every method of a corpus that has points and shows of each class: what was not to be touched is bit for bit as
 * before; ASM's verifier accepts what is new; so does the JVM's. Where one of them refuses, the class as it was before
 * is asked for: if that is refused as well, the class lacks something that is not in the corpus, and is counted apart.
 */
final class Proof {
    private final Library library;
    private final Engine engine;

    Proof(Library library, Engine engine) {
        this.library = library;
        this.engine = engine;
    }

    Tally of(Corpus corpus, Choice choice) {
        Tally tally = new Tally();
        Map<String, Woven> woven = new TreeMap<>();
        corpus.classes()
                .values()
                .forEach(it -> Woven.of(it, choice, engine, tally).ifPresent(made -> woven.put(made.name(), made)));
        Map<String, byte[]> before = new HashMap<>();
        Map<String, byte[]> after = new HashMap<>();
        woven.values().forEach(it -> {
            before.put(it.name(), it.instrumented());
            after.put(it.name(), it.bytes());
            it.extras().forEach(extra -> after.put(extra.name(), extra.bytes()));
        });
        woven.values().forEach(it -> compareUntouched(it, tally));
        verify(woven.values(), library.with(after), tally);
        link(woven.values(), library.with(before), library.with(after), tally);
        return tally;
    }

    private static void compareUntouched(Woven woven, Tally tally) {
        Map<String, byte[]> before = MethodBytes.all(woven.instrumented());
        Map<String, byte[]> after = MethodBytes.all(woven.bytes());
        Set<String> copies = woven.functions().stream().map(Function::copy).collect(Collectors.toSet());
        before.forEach((method, bytes) -> {
            if (!copies.contains(method.substring(0, method.indexOf('(')))) {
                tally.untouched++;
                if (!Arrays.equals(bytes, after.get(method))) {
                    tally.fault(woven.name() + "." + method + " holds no point and was changed");
                }
            }
        });
    }

    private static void verify(Collection<Woven> woven, Library after, Tally tally) {
        FlowVerifier verifier = new FlowVerifier(new Hierarchy(after.classFiles()));
        for (Woven each : woven) {
            Set<String> copies = new HashSet<>();
            for (Function function : each.functions()) {
                copies.add(function.copy());
                copies.add(function.copy() + "$async");
            }
            Optional<String> fault = verifier.fault(each.bytes(), method -> copies.contains(method.name));
            for (GeneratedClass extra : each.extras()) {
                fault = fault.or(() -> verifier.fault(extra.bytes(), method -> true));
            }
            if (fault.isPresent()) {
                Optional<String> own = verifier.fault(each.instrumented(), method -> copies.contains(method.name));
                if (own.isPresent()) {
                    tally.unprovable("by ASM: class does not verify as it is");
                } else {
                    tally.fault(each.name() + ": ASM's verifier refuses " + fault.get());
                }
            }
        }
    }

    private static void link(Collection<Woven> woven, Library before, Library after, Tally tally) {
        LinkingLoader rewritten = new LinkingLoader(after);
        LinkingLoader unchanged = new LinkingLoader(before);
        for (Woven each : woven) {
            if (each.name().startsWith("java/")) {
                tally.unprovable("by the JVM: class that the verifier knows by name");
                continue;
            }
            List<String> classes = new ArrayList<>(List.of(each.name()));
            each.extras().forEach(it -> classes.add(it.name()));
            for (String name : classes) {
                Optional<LinkageError> fault = rewritten.fault(name);
                if (fault.isEmpty()) {
                    tally.linked++;
                } else if (unchanged.fault(each.name()).isPresent()) {
                    tally.unprovable("by the JVM: class that does not link as it is");
                } else {
                    tally.fault(name + ": the JVM refuses " + fault.get());
                }
            }
        }
    }
}
