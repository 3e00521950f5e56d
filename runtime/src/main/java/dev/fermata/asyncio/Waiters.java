package dev.fermata.asyncio;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a promise, in the order in which they came, in one reference. Most promises have one waiter, and some have a
 * million tasks: those are linked through themselves, and take nothing more.
 *
 * <pre>
 *   the reference     who waits
 *   null              nobody
 *   a task            tasks only, this one as the last; {@link Task#link} leads from each to the next, and from it to the first
 *   a list            any; empty if all were taken back
 *   a handle          that one, to be scheduled
 *   anything else     one callback, see {@link ContextCallback}
 * </pre>
 */
final class Waiters {
    private Waiters() {}

    /** Returns the reference with one more. */
    static Object add(@Nullable Object waiters, Object waiter) {
        if (waiter instanceof Task<?> task && (waiters == null || waiters instanceof Task<?>)) {
            Task<?> last = waiters == null ? task : (Task<?>) waiters;
            task.link = last.link == null ? task : last.link;
            last.link = task;
            return task;
        }
        if (waiters == null) {
            return waiter;
        }
        Several several = severalOrNull(waiters);
        if (several == null) {
            several = Several.of(waiters);
        }
        several.add(waiter);
        return several;
    }

    /** Returns the reference without a task or a callback; another one, if that was not a task and was there. */
    static @Nullable Object without(@Nullable Object waiters, Object waiter) {
        if (waiters instanceof Task<?> last) {
            return waiter instanceof Task<?> task ? without(last, task) : last;
        }
        Several several = severalOrNull(waiters);
        if (several != null) {
            Several left = new Several(several);
            left.removeIf(it -> waiter.equals(ContextCallback.callback(it)));
            return left.size() == several.size() ? several : left;
        }
        return waiters != null && waiter.equals(ContextCallback.callback(waiters)) ? null : waiters;
    }

    private static @Nullable Object without(Task<?> last, Task<?> gone) {
        Task<?> before = last;
        for (Task<?> task = last.link; task != null; task = task.link) {
            if (task == gone) {
                before.link = gone.link;
                gone.link = null;
                return gone != last ? last : before == gone ? null : before;
            }
            if (task == last) {
                break;
            }
            before = task;
        }
        return last;
    }

    /** How many callbacks there are. */
    static int callbacks(@Nullable Object waiters) {
        Several several = severalOrNull(waiters);
        if (several != null) {
            return several.size();
        }
        return waiters == null || waiters instanceof Task<?> ? 0 : 1;
    }

    /** Asks for a class of the JDK first: one callback, as in each program's start, is none, and then ours is not loaded. */
    private static @Nullable Several severalOrNull(@Nullable Object waiters) {
        return waiters instanceof ArrayList<?> && waiters instanceof Several several ? several : null;
    }

    /** Tells them all that a promise has its outcome; they wait no more. */
    static void tell(@Nullable Object waiters, Promise<?> promise) {
        if (waiters instanceof Task<?> last) {
            Task<?> task = last;
            Task<?> next = last.link;
            do {
                task = next;
                if (task == null) {
                    break;
                }
                next = task.link;
                task.link = null;
                promise.tell(task);
            } while (task != last);
            return;
        }
        Several several = severalOrNull(waiters);
        if (several != null) {
            for (Object waiter : several) { // no lambda: first programs come by
                promise.tell(waiter);
            }
        } else if (waiters != null) {
            promise.tellOnly(waiters);
        }
    }

    /** In which scope a task runs by what waits for it: a group listens first. Null if no group does. */
    static @Nullable CancelScope scope(@Nullable Object waiters) {
        Several several = severalOrNull(waiters);
        Object first = several != null && !several.isEmpty() ? several.get(0) : waiters;
        return first instanceof TaskListener listener ? listener.scope() : null;
    }

    /** A list of a class of its own, as a callback may be a list. */
    private static final class Several extends ArrayList<Object> {
        private static final long serialVersionUID = 1;

        Several(Several other) {
            super(other);
        }

        private Several() {
            super(4);
        }

        static Several of(Object waiters) {
            Several several = new Several();
            if (waiters instanceof Task<?> last) {
                for (Task<?> task = last.link; task != null; ) {
                    Task<?> next = task == last ? null : task.link;
                    task.link = null;
                    several.add(task);
                    task = next;
                }
            } else {
                several.add(waiters);
            }
            return several;
        }
    }
}
