package dev.fermata.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fermata.processor.check.ModelScanner.Around;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Notes what is remarkable in calls. Most are by a name that nobody waits for, and are not looked up. */
final class CallSites {
    private final Trees trees;
    private final Language language;
    private final List<Site> sites;
    private final PathSites paths;
    private final AsyncCodeSites asyncCode;
    private final DroppedSites dropped;

    /**
     * Makes one for a walk.
     *
     * @param sites where the sites go, in the order of positions
     * @param paths learns what the paths must be followed for
     * @param asyncCode looks at calls in async code
     * @param dropped looks at what calls make
     */
    CallSites(
            Trees trees,
            Language language,
            List<Site> sites,
            PathSites paths,
            AsyncCodeSites asyncCode,
            DroppedSites dropped) {
        this.trees = trees;
        this.language = language;
        this.sites = sites;
        this.paths = paths;
        this.asyncCode = asyncCode;
        this.dropped = dropped;
    }

    void note(TreePath call, Around around) {
        ExpressionTree select = ((MethodInvocationTree) call.getLeaf()).getMethodSelect();
        Name name = name(select);
        if (name == null) {
            return;
        }
        Context context = around.context();
        dropped.noteCall(call, context);
        if (context.kind().isAsync()) {
            asyncCode.noteCall(call, select, name, context);
        } else if (context.kind() == CodeKind.GENERATOR) {
            asyncCode.noteLock(call, name, context);
        }
        if (language.mayBeRemarkable(name)) {
            noteRemarkable(call, select, name, around);
        }
    }

    private void noteRemarkable(TreePath call, ExpressionTree select, Name name, Around around) {
        Context context = around.context();
        if (language.mayBeScopedCall(name) && ScopedValues.givesCoroutine(call, trees)) {
            sites.add(new Site.ScopedCoroutine(call, context));
        }
        if (language.mayBeConsumingCall(name) && context.kind() != CodeKind.UNKNOWN) {
            noteConsumption(call, context);
        }
        if (language.mayBeImplicitCall(name)) {
            noteImplicitCall(call, select, around);
        } else if (language.mayBeIntrinsic(name)) {
            noteIntrinsic(call, select, around);
        }
    }

    private void noteConsumption(TreePath call, Context context) {
        Set<Element> variables = ConsumingCalls.variables(call, context, trees);
        if (!variables.isEmpty()) {
            paths.consumes(context, variables);
            sites.add(new Site.Consumption(call, context, Optional.empty()));
        }
    }

    private void noteImplicitCall(TreePath call, ExpressionTree select, Around around) {
        ImplicitCalls.of(new TreePath(call, select), trees)
                .map(found -> new Site.ImplicitCall(
                        call, around.context(), around.monitor(), found.method(), found.overridden()))
                .ifPresent(sites::add);
    }

    private void noteIntrinsic(TreePath call, ExpressionTree select, Around around) {
        Element called = trees.getElement(new TreePath(call, select));
        if (called == null) {
            return;
        }
        Intrinsic.of(called).ifPresent(intrinsic -> {
            sites.add(new Site.Call(call, around.context(), around.monitor(), intrinsic));
            if (intrinsic == Intrinsic.AWAIT && around.context().kind().isAsync()) {
                asyncCode.noteAwait(call, around.context());
            }
        });
    }

    private static @Nullable Name name(ExpressionTree select) {
        if (select instanceof IdentifierTree identifier) {
            return identifier.getName();
        }
        return select instanceof MemberSelectTree member ? member.getIdentifier() : null;
    }
}
