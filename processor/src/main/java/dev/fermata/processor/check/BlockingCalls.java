package dev.fermata.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.check.BlockingMethods.Row;
import dev.fermata.processor.diagnostic.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Tells which calls block their thread: those of {@link BlockingMethods}, as the option {@code fermata.blocking} edits them.
 * Types are compared by name, so that one that is not on the path is one that is never met.
 */
final class BlockingCalls {
    private static final String SOCKET = "java.net.Socket";
    private static final String EXECUTOR = "java.util.concurrent.ExecutorService";

    private final Elements elements;
    private final List<Entry> entries;
    private final CallNames entryNames;
    private final boolean anyEntry;
    /** Those that may list a method of a name, in their order: few calls are compared with all of them. */
    private final Map<Name, List<Row>> rows = new HashMap<>();

    /** Those that list all methods of their type. */
    private final List<Row> wholeTypeRows = new ArrayList<>();

    private final CallNames wholeTypeNames;

    /**
     * Reads the option.
     *
     * @param entries its entries, {@code [!]pkg.Type#method} each
     */
    BlockingCalls(Elements elements, List<String> entries) {
        this.elements = elements;
        this.entries = entries.stream().map(Entry::of).toList();
        List<String> entryMethods = new ArrayList<>();
        for (Entry entry : this.entries) {
            entryMethods.add(entry.method());
        }
        this.entryNames = new CallNames(elements, entryMethods);
        this.anyEntry = entryMethods.contains(BlockingMethods.ALL);
        List<String> wholeTypes = new ArrayList<>();
        for (Row row : BlockingMethods.ROWS) {
            if (isOfWholeType(row)) {
                wholeTypes.add(RuntimeTypes.simple(row.type()));
                wholeTypeRows.add(row);
            } else {
                row.methods().forEach(method -> rows.putIfAbsent(elements.getName(name(method)), new ArrayList<>()));
            }
        }
        this.wholeTypeNames = new CallNames(elements, wholeTypes);
        for (Row row : BlockingMethods.ROWS) {
            if (isOfWholeType(row)) {
                rows.values().forEach(each -> each.add(row));
            } else {
                row.methods().forEach(method -> add(row, rows.getOrDefault(elements.getName(name(method)), List.of())));
            }
        }
    }

    private static boolean isOfWholeType(Row row) {
        return row.methods().contains(BlockingMethods.ALL);
    }

    private static String name(String method) {
        int slash = method.indexOf('/');
        return slash < 0 ? method : method.substring(0, slash);
    }

    /** A row that lists a method with several numbers of parameters is there once. */
    private static void add(Row row, List<Row> rows) {
        if (rows.isEmpty() || rows.get(rows.size() - 1) != row) {
            rows.add(row);
        }
    }

    /**
     * A call that blocks.
     *
     * @param shown how messages call it
     * @param cure what to write instead
     */
    record Found(String shown, Line cure) {}

    private record Entry(boolean blocks, String type, String method) {
        static Entry of(String text) {
            boolean blocks = !text.startsWith("!");
            int hash = text.indexOf('#');
            return new Entry(blocks, text.substring(blocks ? 0 : 1, hash), text.substring(hash + 1));
        }

        boolean means(String called) {
            return method.equals(called) || method.equals(BlockingMethods.ALL);
        }
    }

    /**
     * Returns what a call is, if it blocks.
     *
     * @param select the path of the method in it
     * @param name the simple name of the method
     */
    Optional<Found> call(TreePath select, Name name, Trees trees) {
        List<Row> mayList = rows.getOrDefault(name, mayBeOfWholeType(select.getLeaf()) ? wholeTypeRows : List.of());
        if (!anyEntry && mayList.isEmpty() && !entryNames.contains(name)
                || !(trees.getElement(select) instanceof ExecutableElement called)) {
            return Optional.empty();
        }
        List<TypeElement> types = new ArrayList<>();
        collect(receiver(select, trees), types);
        // The receiver may be an interface or array, which have the methods of Object all the same.
        collect(Inheritance.owner(called).asType(), types);
        String method = name.toString();
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            if (entry.means(method) && find(types, entry.type()).isPresent()) {
                return entry.blocks()
                        ? Optional.of(found(entry.type(), method, Line.of(BlockingMethods.THREAD)))
                        : Optional.empty();
            }
        }
        for (Row row : mayList) {
            if (isListed(row, called, types)) {
                return isInMemory(types)
                        ? Optional.empty()
                        : Optional.of(found(row.type(), method, cure(row.cure(), select)));
            }
        }
        return Optional.empty();
    }

    private static boolean isInMemory(List<TypeElement> types) {
        return BlockingMethods.IN_MEMORY.stream()
                .anyMatch(type -> find(types, type).isPresent());
    }

    /** The types of which all methods are listed have static ones only, called by the name of the type or imported. */
    private boolean mayBeOfWholeType(Tree select) {
        if (!(select instanceof MemberSelectTree member)) {
            return true;
        }
        ExpressionTree type = member.getExpression();
        return type instanceof IdentifierTree identifier && wholeTypeNames.contains(identifier.getName())
                || type instanceof MemberSelectTree qualified && wholeTypeNames.contains(qualified.getIdentifier());
    }

    private boolean isListed(Row row, ExecutableElement called, List<TypeElement> types) {
        String name = called.getSimpleName().toString();
        int parameters = called.getParameters().size();
        Set<String> methods = row.methods();
        if (!methods.contains(BlockingMethods.ALL)
                && !methods.contains(name)
                && !methods.contains(name + "/" + parameters)) {
            return false;
        }
        // A subtype may have methods of its own that share no more than the name.
        return find(types, row.type())
                .filter(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .anyMatch(method -> method == called || overrides(called, method)))
                .isPresent();
    }

    private boolean overrides(ExecutableElement called, ExecutableElement method) {
        return method.getSimpleName().equals(called.getSimpleName())
                && elements.overrides(called, method, Inheritance.owner(called));
    }

    private static Line cure(String cure, TreePath select) {
        if (!cure.contains(BlockingMethods.RECEIVER)) {
            return Line.of(cure);
        }
        String receiver = select.getLeaf() instanceof MemberSelectTree member
                ? member.getExpression().toString()
                : "this";
        return receiver.equals("super") ? Line.of(BlockingMethods.THREAD) : Line.of(cure, receiver);
    }

    /**
     * Returns what the end of a try does to a resource, if that blocks. Executors only, which wait there for all that they were
     * given; other resources are hardly ever got without a call that is reported already, as connections are.
     */
    Optional<Found> closing(TreePath resource, Trees trees) {
        List<TypeElement> types = new ArrayList<>();
        collect(trees.getTypeMirror(resource), types);
        // Before Java 19 they were no resources.
        if (find(types, EXECUTOR).isEmpty()
                || find(types, AutoCloseable.class.getName()).isEmpty()) {
            return Optional.empty();
        }
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            if (entry.means(KnownNames.CLOSE) && find(types, entry.type()).isPresent()) {
                return entry.blocks()
                        ? Optional.of(found(entry.type(), KnownNames.CLOSE, Line.of(BlockingMethods.THREAD)))
                        : Optional.empty();
            }
        }
        return Optional.of(found(EXECUTOR, KnownNames.CLOSE, Line.of(BlockingMethods.THREAD)));
    }

    /** Returns what an instance creation is, if its constructor connects. */
    Optional<Found> creation(TreePath creation, Trees trees) {
        NewClassTree tree = (NewClassTree) creation.getLeaf();
        if (tree.getArguments().size() < 2) {
            return Optional.empty();
        }
        TypeMirror type = trees.getTypeMirror(new TreePath(creation, tree.getIdentifier()));
        return type != null && RuntimeTypes.isExactly(type, SOCKET)
                ? Optional.of(new Found("new Socket(..)", Line.of(BlockingMethods.THREAD)))
                : Optional.empty();
    }

    private static Found found(String type, String method, Line cure) {
        return new Found(RuntimeTypes.simple(type) + "." + method + "()", cure);
    }

    private static @Nullable TypeMirror receiver(TreePath select, Trees trees) {
        return select.getLeaf() instanceof MemberSelectTree member
                ? trees.getTypeMirror(new TreePath(select, member.getExpression()))
                : null;
    }

    private static Optional<TypeElement> find(List<TypeElement> types, String name) {
        for (TypeElement type : types) {
            if (type.getQualifiedName().contentEquals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Adds a type and all its supertypes; those that are missing are left out. */
    private static void collect(@Nullable TypeMirror type, List<TypeElement> found) {
        if (type instanceof TypeVariable variable) {
            collect(variable.getUpperBound(), found);
        } else if (type instanceof WildcardType wildcard) {
            collect(wildcard.getExtendsBound(), found);
        } else if (type instanceof IntersectionType intersection) {
            intersection.getBounds().forEach(bound -> collect(bound, found));
        } else if (type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && !found.contains(element)) {
            found.add(element);
            collect(element.getSuperclass(), found);
            element.getInterfaces().forEach(superType -> collect(superType, found));
        }
    }
}
