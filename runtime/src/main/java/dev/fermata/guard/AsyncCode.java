package dev.fermata.guard;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Code that only the processor makes work.
 *
 * @param tree where it is
 * @param subject what it is, as it stands in a message
 */
record AsyncCode(Tree tree, String subject) {
    private static final Set<String> ANNOTATIONS = Set.of("dev.fermata.Async", "dev.fermata.Yields");

    /** Async lambdas have no annotation of their own, but there is no point in them without one of these. */
    private static final Map<String, Set<String>> INTRINSICS = Map.of(
            "dev.fermata.Coroutine", Set.of("await", "suspend"),
            "dev.fermata.Generator", Set.of("yield", "yieldFrom"),
            "dev.fermata.AsyncGenerator", Set.of("yield"));

    /** Finds the first in the source of a class. */
    static Optional<AsyncCode> firstIn(TreePath type, Trees trees) {
        return Optional.ofNullable(new Scanner(trees).scan(type, null));
    }

    String message() {
        return "[ProcessorNotRunning] " + subject
                + " is compiled and fermata-processor does not run; it would throw when called"
                + "\nName it in -processorpath or annotationProcessorPaths, or add -proc:full if it is on the class path.";
    }

    private static final class Scanner extends TreePathScanner<@Nullable AsyncCode, @Nullable Void> {
        private final Trees trees;

        Scanner(Trees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable AsyncCode visitMethod(MethodTree method, @Nullable Void nothing) {
            Element element = trees.getElement(getCurrentPath());
            if (method.getBody() != null && element != null) {
                for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
                    String name = annotation.getAnnotationType().toString();
                    if (ANNOTATIONS.contains(name)) {
                        return new AsyncCode(
                                method,
                                "@" + name.substring(name.lastIndexOf('.') + 1) + " method '" + method.getName() + "'");
                    }
                }
            }
            return super.visitMethod(method, nothing);
        }

        @Override
        public @Nullable AsyncCode visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
            Element method = trees.getElement(getCurrentPath());
            if (method != null && method.getEnclosingElement() != null) {
                String owner = method.getEnclosingElement().toString();
                String name = method.getSimpleName().toString();
                if (INTRINSICS.getOrDefault(owner, Set.of()).contains(name)) {
                    String type = owner.substring(owner.lastIndexOf('.') + 1);
                    return new AsyncCode(call, type + "." + name + "()");
                }
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public @Nullable AsyncCode reduce(@Nullable AsyncCode later, @Nullable AsyncCode earlier) {
            return earlier != null ? earlier : later;
        }
    }
}
