package dev.fermata.processor.check;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * What a {@link PathWalk} makes of what happens on the paths: the transfer functions of a data-flow analysis. Each gets what held
 * before and returns what holds after. A tree in a loop or a finally is met several times, with what each way to it brings.
 *
 * @param <K> what is followed
 */
interface Transfer<K> {
    /** Control may be given away here. */
    Facts<K> suspended(Tree tree, Facts<K> facts);

    /** A method has been called. */
    Facts<K> called(TreePath call, ExecutableElement method, Facts<K> facts);

    /** The call of a method has come out as true or false. */
    Facts<K> assumed(TreePath call, ExecutableElement method, boolean outcome, Facts<K> facts);

    /** Something is given to a method or constructor, which may do to it what it likes. */
    Facts<K> given(TreePath argument, Facts<K> facts);

    /** A variable gets another value, or is not there any more. */
    Facts<K> changed(Element variable, Facts<K> facts);

    /** Tells whether a method has done what it does also when it throws. */
    boolean isDoneAnyway(ExecutableElement method);

    /** Tells whether a method may throw checked exceptions that it does not declare. */
    default boolean mayThrowAnything(ExecutableElement method) {
        return false;
    }
}
