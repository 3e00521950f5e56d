package dev.fermata.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** Refuses suspensions that hold a monitor: monitors belong to threads, and the thread goes on to other coroutines. */
final class AwaitInSynchronizedCheck implements Check {
    @Override
    public DiagnosticId id() {
        return DiagnosticId.AWAIT_IN_SYNCHRONIZED;
    }

    @Override
    public Optional<Finding> examine(Site site) {
        if (!(site instanceof Site.Suspension suspension) || suspension.monitor() == null || !suspends(suspension)) {
            return Optional.empty();
        }
        String lock = unwrapped(suspension.monitor().getExpression()).toString();
        return Optional.of(new Finding(
                Line.of(
                        shown(suspension)
                                + " while the monitor of '%s' is held; it would stay held, or be released by another coroutine",
                        lock),
                Line.of("Move the " + noun(suspension) + " out of the block, or use AsyncLock.")));
    }

    /**
     * Await and suspend say what they mean wherever they stand; the other ones suspend in the right code only, and in other
     * code are nothing or another check's business.
     */
    private static boolean suspends(Site.Suspension suspension) {
        CodeKind kind = suspension.context().kind();
        if (suspension instanceof Site.Call call) {
            return kind.allows(call.intrinsic()) || !call.intrinsic().isYield() && kind != CodeKind.UNKNOWN;
        }
        return kind.isAsync();
    }

    static String shown(Site.Suspension suspension) {
        if (suspension instanceof Site.Call call) {
            return call.intrinsic().shown();
        }
        if (suspension instanceof Site.AsyncFor) {
            return "for over AsyncIterable";
        }
        return suspension instanceof Site.ImplicitCall call ? call.method() + "()" : "aclose() of a resource";
    }

    static String noun(Site.Suspension suspension) {
        if (suspension instanceof Site.Call call) {
            return call.intrinsic().isYield() ? "yield" : call.intrinsic() == Intrinsic.AWAIT ? "await" : "suspend";
        }
        if (suspension instanceof Site.AsyncFor) {
            return "loop";
        }
        return suspension instanceof Site.ImplicitCall ? "call" : "try";
    }

    private static ExpressionTree unwrapped(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree parenthesized ? unwrapped(parenthesized.getExpression()) : tree;
    }
}
