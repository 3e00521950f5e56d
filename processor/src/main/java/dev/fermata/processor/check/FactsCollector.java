package dev.fermata.processor.check;

import dev.fermata.processor.check.AsyncFacts.Kind;
import dev.fermata.processor.check.AsyncFacts.Method;
import dev.fermata.processor.check.Signature.Fault;
import dev.fermata.processor.names.RuntimeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;

/** Reads from the model what the transform must know. */
final class FactsCollector {
    private final ClassModel model;
    private final JvmNames names;

    private FactsCollector(ClassModel model, JvmNames names) {
        this.model = model;
        this.names = names;
    }

    static AsyncFacts collect(ClassModel model, JvmNames names) {
        FactsCollector collector = new FactsCollector(model, names);
        Set<String> interfaces = collector.lambdaInterfaces();
        if (interfaces.isEmpty() && model.sites().isEmpty()) {
            return AsyncFacts.NONE;
        }
        boolean touchesLanguage = !interfaces.isEmpty() || collector.touchesLanguage();
        return new AsyncFacts(
                interfaces,
                collector.methods(Signature::implied),
                collector.methods(signature -> !signature.implied()),
                touchesLanguage ? collector.types() : Map.of(),
                touchesLanguage);
    }

    private Map<String, TypeElement> types() {
        Map<String, TypeElement> types = new HashMap<>();
        model.types().forEach(type -> types.put(names.internalName(type), type));
        return types;
    }

    private Set<String> lambdaInterfaces() {
        Set<String> interfaces = new TreeSet<>();
        for (Context context : model.contexts()) {
            if (context.kind().isAsync() && context.place() instanceof Place.Lambda lambda) {
                lambda.target().ifPresent(target -> interfaces.add(names.internalName(target.type())));
            }
        }
        return interfaces;
    }

    private List<Method> methods(Predicate<Signature> wanted) {
        List<Method> methods = new ArrayList<>();
        for (Site site : model.sites()) {
            if (site instanceof Site.Function function && wanted.test(function.signature()) && isRewritten(function)) {
                methods.add(method(function));
            }
        }
        return methods;
    }

    private static boolean isRewritten(Site.Function function) {
        return function.method().getBody() != null && function.signature().fault() == Fault.NONE;
    }

    private Method method(Site.Function function) {
        return new Method(
                names.internalName(Inheritance.owner(function.element())),
                function.element().getSimpleName().toString(),
                names.descriptor(function.element()),
                kind(function.signature()),
                function.method());
    }

    private static Kind kind(Signature signature) {
        if (signature.yields()) {
            return Kind.GENERATOR;
        }
        if (FutureTypes.isFuture(signature.returned())) {
            return Kind.FUTURE;
        }
        return RuntimeTypes.isExactly(signature.returned(), RuntimeNames.ASYNC_GENERATOR)
                ? Kind.ASYNC_GENERATOR
                : Kind.COROUTINE;
    }

    private boolean touchesLanguage() {
        for (Site site : model.sites()) {
            if (site instanceof Site.Call
                    || site instanceof Site.Reference
                    || site instanceof Site.Function function
                            && function.method().getBody() != null) {
                return true;
            }
        }
        return false;
    }
}
