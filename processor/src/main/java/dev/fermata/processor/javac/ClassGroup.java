package dev.fermata.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.fermata.processor.check.AsyncFacts;
import dev.fermata.processor.transform.ClassLookup;
import dev.fermata.processor.weave.Problem;
import dev.fermata.processor.weave.Rewriting;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * A top-level class with async code, and all classes within it: what is rewritten together. javac writes the inner ones first,
 * but the outermost is the nest host of them all and must name the classes that are generated for any of them.
 *
 * <p>Holds trees from ANALYZE to the end of the compile: at GENERATE javac has forgotten them, and a diagnostic that is made
 * with an element has no position then.
 */
final class ClassGroup {
    private final TypeElement outermost;
    private final String name;
    private final CompilationUnitTree unit;
    private final Tree tree;
    private final LambdaPlaces lambdas;
    private final SymbolLookup lookup;
    private final Set<String> written = new LinkedHashSet<>();
    private final Set<String> files = new LinkedHashSet<>();

    /**
     * Makes one without written classes.
     *
     * @param outermost the top-level class
     * @param name its internal name
     * @param unit its compilation unit
     * @param tree its tree
     * @param lambdas where its lambdas are
     * @param lookup what is known of it and of other classes
     */
    ClassGroup(
            TypeElement outermost,
            String name,
            CompilationUnitTree unit,
            Tree tree,
            LambdaPlaces lambdas,
            SymbolLookup lookup) {
        this.outermost = outermost;
        this.name = name;
        this.unit = unit;
        this.tree = tree;
        this.lambdas = lambdas;
        this.lookup = lookup;
    }

    TypeElement outermost() {
        return outermost;
    }

    /** Returns the internal name of the top-level class. */
    String name() {
        return name;
    }

    CompilationUnitTree unit() {
        return unit;
    }

    /** Notes that javac says it has written a class. */
    void wrote(String internalName) {
        written.add(internalName);
    }

    boolean hasWritten() {
        return !written.isEmpty();
    }

    /** Hands over what was written and is not rewritten yet, in the order of writing. */
    List<String> takeWritten() {
        List<String> taken = List.copyOf(written);
        written.clear();
        return taken;
    }

    /** Returns the names of all class files that this compile made of it, to be added to. */
    Set<String> files() {
        return files;
    }

    /** Returns the methods that must be found in a class file of ours, and rewritten. */
    List<Rewriting.ExpectedMethod> methodsOf(String internalName) {
        return methods()
                .filter(it -> it.className().equals(internalName))
                .map(it -> new Rewriting.ExpectedMethod(it.name(), it.descriptor()))
                .toList();
    }

    /** Returns where to report a problem: at the method, else at the lambda, else at the top-level class. */
    Tree treeOf(Problem problem) {
        return methods()
                .filter(it -> it.className().equals(problem.className())
                        && it.name().equals(problem.method())
                        && it.descriptor().equals(problem.descriptor()))
                .<Tree>map(AsyncFacts.Method::tree)
                .findFirst()
                .or(() -> problem.method().startsWith("lambda$") ? lambdas.at(problem.line()) : Optional.empty())
                .orElse(tree);
    }

    private Stream<AsyncFacts.Method> methods() {
        return Stream.concat(lookup.facts().methods().stream(), lookup.facts().anonymousMethods().stream());
    }

    ClassLookup lookup() {
        return lookup;
    }
}
