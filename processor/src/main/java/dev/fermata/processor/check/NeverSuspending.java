package dev.fermata.processor.check;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;

/** Tells whether a method is a coroutine function for nothing. */
final class NeverSuspending {
    private NeverSuspending() {}

    /**
     * Tells whether nothing in the body of a coroutine function suspends, and it returns only what is finished. One that overrides
     * another has no choice, and one of an anonymous class would be async code without the annotation too.
     *
     * @param sites the sites of its body
     */
    static boolean is(ExecutableElement method, Context context, List<Site> sites, Inheritance inheritance) {
        boolean returns = false;
        for (Site site : sites) {
            if (site instanceof Site.Suspension suspension && suspension.context() == context) {
                return false;
            }
            if (site instanceof Site.Return returned && returned.context() == context) {
                if (!returned.values().stream().allMatch(value -> value.what() == ReturnedValue.What.DONE)) {
                    return false;
                }
                returns = true;
            }
        }
        return returns
                && Inheritance.owner(method).getNestingKind() != NestingKind.ANONYMOUS
                && !inheritance.isIncomplete(Inheritance.owner(method))
                && inheritance.overridden(method).isEmpty();
    }
}
