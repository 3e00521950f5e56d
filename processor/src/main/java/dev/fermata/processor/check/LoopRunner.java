package dev.fermata.processor.check;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.names.RuntimeNames;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The methods of the runtime that run a loop on the thread that calls them. */
enum LoopRunner {
    ASYNCIO_RUN(RuntimeNames.ASYNCIO, KnownNames.RUN),
    RUNNER_RUN(RuntimeNames.RUNNER, KnownNames.RUN),
    RUN_UNTIL_COMPLETE(RuntimeNames.EVENT_LOOP, KnownNames.RUN_UNTIL_COMPLETE),
    RUN_FOREVER(RuntimeNames.EVENT_LOOP, KnownNames.RUN_FOREVER);

    private final String type;
    private final String method;

    LoopRunner(String type, String method) {
        this.type = type;
        this.method = method;
    }

    /** Returns how messages call it. */
    String shown() {
        return RuntimeTypes.simple(type) + "." + method + "()";
    }

    /**
     * Returns which one a call means. A subtype that declares the method anew makes no difference.
     *
     * @param select the path of the method in it
     * @param name the simple name of the method
     */
    static Optional<LoopRunner> of(TreePath select, Name name, Trees trees) {
        for (LoopRunner runner : values()) {
            if (name.contentEquals(runner.method) && runner.isDeclaredBy(trees.getElement(select))) {
                return Optional.of(runner);
            }
        }
        return Optional.empty();
    }

    private boolean isDeclaredBy(@Nullable Element called) {
        return called != null
                && called.getKind() == ElementKind.METHOD
                && called.getEnclosingElement() instanceof TypeElement owner
                && RuntimeTypes.isA(owner.asType(), type);
    }
}
