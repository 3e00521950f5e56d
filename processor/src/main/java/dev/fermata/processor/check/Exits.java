package dev.fermata.processor.check;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The paths that leave a stretch of code before its end, and what holds along them: jumps that have not come to their target,
 * and exceptions that may be thrown. Mutable; of one {@link PathWalk}.
 *
 * @param <K> what is followed
 */
final class Exits<K> {
    private static final List<String> TAKES_ALMOST_ALL =
            List.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException");

    enum Kind {
        /** To the end of the target, which may be the context: a return. */
        BREAK,
        /** To the next round of the target. */
        CONTINUE
    }

    private record Jump(Tree target, Kind kind) {}

    /**
     * A place that may throw.
     *
     * @param types the checked exceptions that it may throw; null if it may throw any
     */
    private record Thrown<K>(Facts<K> facts, @Nullable List<? extends TypeMirror> types) {}

    private final Trees trees;
    private final Map<Jump, Facts<K>> jumps = new LinkedHashMap<>();
    private final Set<Thrown<K>> thrown = new LinkedHashSet<>();

    Exits(Trees trees) {
        this.trees = trees;
    }

    void jumped(Tree target, Kind kind, Facts<K> facts) {
        Jump jump = new Jump(target, kind);
        @Nullable Facts<K> joined = Facts.join(jumps.get(jump), facts);
        jumps.put(jump, joined == null ? facts : joined);
    }

    /** Returns what holds along the jumps to a target, which have arrived with that. */
    @Nullable
    Facts<K> take(Tree target, Kind kind) {
        return jumps.remove(new Jump(target, kind));
    }

    void thrown(Facts<K> facts, @Nullable List<? extends TypeMirror> types) {
        thrown.add(new Thrown<>(facts, types));
    }

    void addAll(Exits<K> others) {
        others.jumps.forEach((jump, facts) -> jumped(jump.target(), jump.kind(), facts));
        thrown.addAll(others.thrown);
    }

    /** Something happens on all of them. */
    void map(UnaryOperator<Facts<K>> change) {
        jumps.replaceAll((jump, facts) -> change.apply(facts));
        List<Thrown<K>> before = List.copyOf(thrown);
        thrown.clear();
        before.forEach(each -> thrown(change.apply(each.facts()), each.types()));
    }

    /** Returns those that the catch clauses of a try do not stop. One that takes next to all is taken to stop all. */
    Exits<K> uncaught(TryTree tree) {
        Exits<K> left = new Exits<>(trees);
        left.addAll(this);
        boolean isCaught = tree.getCatches().stream()
                .anyMatch(clause -> TAKES_ALMOST_ALL.stream()
                        .map(RuntimeTypes::simple)
                        .anyMatch(clause.getParameter().getType().toString()::equals));
        if (isCaught) {
            left.thrown.clear();
        }
        return left;
    }

    /** Returns what holds where a catch clause begins; null if nothing is known to throw what it takes. */
    @Nullable
    Facts<K> arriving(TreePath clause) {
        TreePath parameter = new TreePath(clause, ((CatchTree) clause.getLeaf()).getParameter());
        Tree type = ((CatchTree) clause.getLeaf()).getParameter().getType();
        List<? extends Tree> types = type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
        @Nullable Facts<K> joined = null;
        for (Thrown<K> each : thrown) {
            if (types.stream().anyMatch(tree -> mayTake(trees.getTypeMirror(new TreePath(parameter, tree)), each))) {
                joined = Facts.join(joined, each.facts());
            }
        }
        return joined;
    }

    private static boolean mayTake(@Nullable TypeMirror taken, Thrown<?> thrown) {
        return thrown.types() == null
                || isUnchecked(taken)
                || thrown.types().stream().anyMatch(type -> areRelated(type, taken));
    }

    private static boolean isUnchecked(@Nullable TypeMirror type) {
        return type == null
                || RuntimeTypes.isExactly(type, "java.lang.Throwable")
                || RuntimeTypes.isExactly(type, "java.lang.Exception")
                || RuntimeTypes.isA(type, "java.lang.RuntimeException")
                || RuntimeTypes.isA(type, "java.lang.Error");
    }

    private static boolean areRelated(TypeMirror thrown, @Nullable TypeMirror taken) {
        return !(thrown instanceof DeclaredType)
                || !(taken instanceof DeclaredType)
                || RuntimeTypes.isA(thrown, name(taken))
                || RuntimeTypes.isA(taken, name(thrown));
    }

    private static String name(TypeMirror type) {
        return ((TypeElement) ((DeclaredType) type).asElement())
                .getQualifiedName()
                .toString();
    }

    /**
     * Sends them through a finally.
     *
     * @param others where they go then; those that the finally itself makes go there by themselves
     * @param walk walks through it, and returns what holds at its end, null if it is not reached
     */
    void through(Exits<K> others, UnaryOperator<@Nullable Facts<K>> walk) {
        @Nullable Facts<K> failed = null;
        for (Thrown<K> each : thrown) {
            failed = Facts.join(failed, each.facts());
        }
        failed = Facts.entered(failed);
        if (failed != null) {
            failed = walk.apply(failed);
        }
        if (failed != null) {
            others.thrown(failed, null);
        }
        jumps.forEach((jump, facts) -> {
            @Nullable Facts<K> after = walk.apply(facts);
            if (after != null) {
                others.jumped(jump.target(), jump.kind(), after);
            }
        });
    }
}
