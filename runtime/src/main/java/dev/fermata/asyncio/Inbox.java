package dev.fermata.asyncio;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What other threads give to a loop, and how they wake it: a stack of Treiber's, taken whole and turned around, and a flag.
 *
 * <pre>
 *   the loop     asleep = true; looks into the stack; parks if that is empty; asleep = false; takes all
 *   a sender     pushes; looks at the flag; wakes the loop if it is set
 * </pre>
 *
 * <p>Both write first and then read, and all four accesses are volatile: so the loop sees the push, or the sender the flag, or
 * both. No wake-up is lost, and a loop that is busy is not woken at all. That only the sender who finds the stack empty wakes
 * the loop would be enough, too, but then all others would depend on that one: stopped between its two steps, it would keep
 * the loop asleep over messages whose senders have long gone on.
 */
final class Inbox {
    private volatile @Nullable Item top;
    private volatile boolean asleep;

    /** Puts a handle in; returns whether the loop has to be woken. Any thread. */
    boolean put(Handle handle) {
        Item item = new Item(handle);
        Item below;
        do {
            below = top;
            item.below = below;
        } while (!Top.ITEM.compareAndSet(this, below, item));
        return asleep;
    }

    /** The loop is about to park; returns false if it must not, as something has come. The loop's thread. */
    boolean fallAsleep() {
        asleep = true;
        if (isEmpty()) {
            return true;
        }
        asleep = false;
        return false;
    }

    /** The loop has parked. The loop's thread. */
    void awake() {
        asleep = false;
    }

    /** Moves all that is in it to the ready queue, oldest first; returns how long that is then. The loop's thread. */
    int drainTo(ReadyQueue ready) {
        if (isEmpty()) {
            return ready.size();
        }
        Item oldest = null;
        Item item = (Item) Top.ITEM.getAndSet(this, null);
        while (item != null) {
            Item below = item.below;
            item.below = oldest;
            oldest = item;
            item = below;
        }
        for (; oldest != null; oldest = oldest.below) {
            ready.add(oldest.handle);
        }
        return ready.size();
    }

    boolean isEmpty() {
        return top == null;
    }

    /**
     * The handle of the field, in a class of its own: a program whose threads say nothing to the loop does not pay for it when it starts.
     * An AtomicReference would make one at once, in the JDK.
     */
    private static final class Top {
        static final VarHandle ITEM;

        static {
            try {
                ITEM = MethodHandles.lookup().findVarHandle(Inbox.class, "top", Item.class);
            } catch (ReflectiveOperationException impossible) {
                throw new ExceptionInInitializerError(impossible);
            }
        }
    }

    private static final class Item {
        final Handle handle;

        @Nullable
        Item below;

        Item(Handle handle) {
            this.handle = handle;
        }
    }
}
