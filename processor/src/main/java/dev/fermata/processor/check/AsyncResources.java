package dev.fermata.processor.check;

import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.names.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Knows the resources whose release is awaited. */
final class AsyncResources {
    private AsyncResources() {}

    /** Returns a try, if it has such a resource. */
    static Optional<Site> closing(TreePath path, Context context, @Nullable SynchronizedTree monitor, Trees trees) {
        List<TypeMirror> types = new ArrayList<>();
        for (Tree resource : ((TryTree) path.getLeaf()).getResources()) {
            TypeMirror type = trees.getTypeMirror(new TreePath(path, resource));
            if (type != null && RuntimeTypes.isA(type, RuntimeNames.ASYNC_CLOSEABLE)) {
                types.add(type);
            }
        }
        return types.isEmpty()
                ? Optional.empty()
                : Optional.of(new Site.AsyncTry(
                        path,
                        context,
                        monitor,
                        types.stream()
                                .filter(AsyncResources::isClosedAsAPlainOne)
                                .findFirst()));
    }

    /** javac erases an intersection to its first bound, and closes what that cannot be closed by as AutoCloseable. */
    private static boolean isClosedAsAPlainOne(TypeMirror type) {
        return RuntimeTypes.intersection(type)
                .filter(it -> !RuntimeTypes.isA(it.getBounds().get(0), RuntimeNames.ASYNC_CLOSEABLE))
                .isPresent();
    }

    /**
     * Returns a resource of a try in code that cannot close it: whose {@code close()} is the one of AsyncCloseable, which throws
     * there. A type that declares its own has said what other code is to do.
     */
    static Optional<Site> unclosed(TreePath resource, Context context, Trees trees) {
        if (context.kind().isAsync() || context.kind() == CodeKind.UNKNOWN) {
            return Optional.empty();
        }
        TypeMirror type = trees.getTypeMirror(resource);
        return RuntimeTypes.isA(type, RuntimeNames.ASYNC_CLOSEABLE) && !hasCloseOfItsOwn(type)
                ? Optional.of(new Site.AsyncResource(resource, context, name(resource.getLeaf())))
                : Optional.empty();
    }

    private static boolean hasCloseOfItsOwn(@Nullable TypeMirror type) {
        if (type instanceof TypeVariable variable) {
            return hasCloseOfItsOwn(variable.getUpperBound());
        }
        if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream().anyMatch(AsyncResources::hasCloseOfItsOwn);
        }
        if (!(type instanceof DeclaredType declared)
                || !(declared.asElement() instanceof TypeElement element)
                || element.getQualifiedName().contentEquals(RuntimeNames.ASYNC_CLOSEABLE)
                || element.getQualifiedName().contentEquals(AutoCloseable.class.getName())) {
            return false;
        }
        return ElementFilter.methodsIn(element.getEnclosedElements()).stream()
                        .anyMatch(method -> method.getSimpleName().contentEquals(KnownNames.CLOSE)
                                && method.getParameters().isEmpty())
                || hasCloseOfItsOwn(element.getSuperclass())
                || element.getInterfaces().stream().anyMatch(AsyncResources::hasCloseOfItsOwn);
    }

    private static String name(Tree resource) {
        if (!(resource instanceof VariableTree variable)) {
            return resource.toString();
        }
        return variable.getName().length() == 0 ? "_" : variable.getName().toString();
    }
}
