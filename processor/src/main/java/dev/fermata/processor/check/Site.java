package dev.fermata.processor.check;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Something in the source that a check may have to say something about, with its tree. */
sealed interface Site {
    TreePath path();

    default Tree tree() {
        return path().getLeaf();
    }

    /** A site in running code. */
    sealed interface Inside extends Site {
        Context context();
    }

    /** Something that suspends, if its context may. */
    sealed interface Suspension extends Inside {
        /** Returns the innermost {@code synchronized} statement of the same context that it is in the block of. */
        @Nullable
        SynchronizedTree monitor();
    }

    /** A call of an intrinsic. */
    record Call(TreePath path, Context context, @Nullable SynchronizedTree monitor, Intrinsic intrinsic)
            implements Suspension {}

    /**
     * A {@code for} over an AsyncIterable.
     *
     * @param hidden the intersection type that javac makes a plain Iterable of, if it is over one
     */
    record AsyncFor(
            TreePath path, Context context, @Nullable SynchronizedTree monitor, Optional<TypeMirror> hidden)
            implements Suspension {}

    /**
     * A call of {@code hasNext()} or {@code next()} on an AsyncIterator, or of {@code close()} on an AsyncCloseable.
     *
     * @param method its name
     * @param overridden whether it means a method of a class of the user's, which does in ordinary code what it does
     */
    record ImplicitCall(
            TreePath path, Context context, @Nullable SynchronizedTree monitor, String method, boolean overridden)
            implements Suspension {}

    /**
     * A try with a resource that is AsyncCloseable: leaving it suspends.
     *
     * @param hidden the intersection type that javac makes a plain AutoCloseable of, if the resource has one
     */
    record AsyncTry(
            TreePath path, Context context, @Nullable SynchronizedTree monitor, Optional<TypeMirror> hidden)
            implements Suspension {}

    /**
     * A resource of a try that only async code can close, in other code.
     *
     * @param resource its name
     */
    record AsyncResource(TreePath path, Context context, String resource) implements Inside {}

    /**
     * A coroutine, generator or task that is made and let go.
     *
     * @param path the call or method reference that makes it, or the variable that is never read
     */
    record Dropped(TreePath path, Context context, DroppedValue value) implements Inside {}

    /** A call in async code that runs a loop. */
    record LoopRun(TreePath path, Context context, LoopRunner runner) implements Inside {}

    /** A call, instance creation or resource in async code that blocks its thread. */
    record Blocking(TreePath path, Context context, BlockingCalls.Found call) implements Inside {}

    /**
     * A catch clause of a try of async code that suspends, which takes CancelledError and does not throw.
     *
     * @param type the simple name of the type by which it does
     */
    record SwallowingCatch(TreePath path, Context context, String type) implements Inside {}

    /**
     * A jump out of the finally of a try of async code that suspends.
     *
     * @param jump its keyword
     */
    record FinallyExit(TreePath path, Context context, String jump) implements Inside {}

    /**
     * An assignment in async code that reads what it writes, and awaits in between.
     *
     * @param place what it writes
     */
    record LostUpdate(TreePath path, Context context, FieldPlace place) implements Inside {}

    /**
     * A suspension that is reached while a lock is held.
     *
     * @param suspension the same site as a suspension
     * @param lock the lock as it stands in the source
     */
    record LockedSuspension(TreePath path, Context context, Suspension suspension, String lock) implements Inside {}

    /**
     * A call that sets a thread-local variable in async code, which uses it again after a suspension.
     *
     * @param variable the variable as it stands in the source
     */
    record ThreadLocalSet(TreePath path, Context context, String variable) implements Inside {}

    /**
     * A call that runs coroutines that variables hold, perhaps for the second time.
     *
     * @param again the variable whose coroutine has been run before on every path; empty until the paths are known
     */
    record Consumption(TreePath path, Context context, Optional<String> again) implements Inside {}

    /** A call of await in a finally block of its context, of something that a cancellation of the waiting task cancels too. */
    record UnshieldedAwait(TreePath path, Context context) implements Inside {}

    /**
     * A method of the user's own choice that is a coroutine function, has no suspension and returns finished coroutines.
     *
     * @param path its tree
     * @param name its name
     */
    record NeverSuspending(TreePath path, String name) implements Site {}

    /** A call that binds scoped values for what gives a coroutine. */
    record ScopedCoroutine(TreePath path, Context context) implements Inside {}

    /** A method reference that names an intrinsic. */
    record Reference(TreePath path, Context context, Intrinsic intrinsic) implements Inside {}

    /**
     * A return of a value from code that is rewritten.
     *
     * @param path the statement, or the body of an expression lambda
     * @param values what is returned; several if a conditional or a switch chooses
     */
    record Return(TreePath path, Context context, List<ReturnedValue> values) implements Inside {
        /** Copies the list. */
        public Return {
            values = List.copyOf(values);
        }
    }

    /** A null that code that is rewritten returns. */
    record NullReturn(TreePath path, Context context) implements Inside {}

    /**
     * A method that carries one of our annotations, or that is async code because it is in an anonymous class.
     *
     * @param signature its annotations, and whether they fit
     */
    record Function(TreePath path, MethodTree method, ExecutableElement element, Signature signature) implements Site {}

    /**
     * An annotation that has the name of ours and is another, on a method that returns a coroutine.
     *
     * @param annotation its qualified name
     * @param method the name of the method
     * @param besideOurs whether the method carries ours, too
     */
    record ForeignAnnotation(TreePath path, String annotation, String method, boolean besideOurs) implements Site {}

    /**
     * A record component that carries one of our annotations.
     *
     * @param component its name
     * @param annotation the simple name of the annotation
     */
    record Component(TreePath path, String component, String annotation) implements Site {}

    /**
     * A type with {@code @Bridge} that annotation processors are not shown.
     *
     * @param path its tree
     * @param name its name
     */
    record UnseenBridge(TreePath path, String name) implements Site {}
}
