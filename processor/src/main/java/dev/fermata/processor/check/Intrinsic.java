package dev.fermata.processor.check;

import dev.fermata.processor.names.RuntimeNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** The methods of the runtime that the transform replaces: they suspend. */
enum Intrinsic {
    AWAIT(RuntimeNames.COROUTINE, KnownNames.AWAIT, "await()"),
    SUSPEND(RuntimeNames.COROUTINE, KnownNames.SUSPEND, "suspend()"),
    YIELD(RuntimeNames.GENERATOR, KnownNames.YIELD, "Generator.yield()"),
    YIELD_FROM(RuntimeNames.GENERATOR, KnownNames.YIELD_FROM, "Generator.yieldFrom()"),
    ASYNC_YIELD(RuntimeNames.ASYNC_GENERATOR, KnownNames.YIELD, "AsyncGenerator.yield()");

    private static final List<Intrinsic> ALL = List.of(values());

    /** The simple names of all: a call by another is none of them. */
    static final Set<String> NAMES =
            ALL.stream().map(intrinsic -> intrinsic.method).collect(Collectors.toUnmodifiableSet());

    private final String owner;
    private final String method;
    private final String shown;

    Intrinsic(String owner, String method, String shown) {
        this.owner = owner;
        this.method = method;
        this.shown = shown;
    }

    /** Returns how messages call it. */
    String shown() {
        return shown;
    }

    boolean isYield() {
        return this != AWAIT && this != SUSPEND;
    }

    /** Tells which one an element is. A subclass through which it is called makes no difference. */
    static Optional<Intrinsic> of(Element element) {
        if (element.getKind() != ElementKind.METHOD || !(element.getEnclosingElement() instanceof TypeElement type)) {
            return Optional.empty();
        }
        for (Intrinsic intrinsic : ALL) {
            if (element.getSimpleName().contentEquals(intrinsic.method)
                    && type.getQualifiedName().contentEquals(intrinsic.owner)) {
                return Optional.of(intrinsic);
            }
        }
        return Optional.empty();
    }
}
