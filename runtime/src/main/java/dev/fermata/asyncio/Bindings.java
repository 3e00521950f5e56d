package dev.fermata.asyncio;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The values of context variables: an immutable map, so that copying a context is copying a reference. A hash trie as
 * CPython's contexts are (PEP 567): lookup and change cost O(log n) and share all but one path.
 *
 * <p>A plain array of pairs, the rejected alternative, is smaller while there are few, and copies them all at each change.
 *
 * <pre>
 *   slots   key, value, key, value, null, Bindings, ..      in the order of the bits of `bitmap`; null: the rest is a level below
 *   bitmap  which of the 32 values of five bits of the hash are there; at the bottom 0, and the keys are searched one by one
 * </pre>
 */
final class Bindings {
    /** What a lookup gives for a variable that has no value; null is a value. */
    static final Object MISSING = new Object();

    static final Bindings EMPTY = new Bindings(0, new Object[0]);

    private static final int BITS = 5;

    /** Past the last bits of a hash, where keys of equal hashes lie side by side. */
    private static final int BOTTOM = 35;

    private final int bitmap;
    private final @Nullable Object[] slots;

    private Bindings(int bitmap, @Nullable Object[] slots) {
        this.bitmap = bitmap;
        this.slots = slots;
    }

    boolean isEmpty() {
        return slots.length == 0;
    }

    int size() {
        int[] size = {0};
        forEach((key, value) -> size[0]++);
        return size[0];
    }

    void forEach(BiConsumer<ContextVar<?>, @Nullable Object> action) {
        for (int at = 0; at < slots.length; at += 2) {
            if (slots[at] instanceof ContextVar<?> key) {
                action.accept(key, slots[at + 1]);
            } else if (slots[at + 1] instanceof Bindings below) {
                below.forEach(action);
            }
        }
    }

    /** Returns the value of a variable, or {@link #MISSING}. */
    @Nullable
    Object get(ContextVar<?> key) {
        Bindings node = this;
        for (int shift = 0; ; shift += BITS) {
            int at = node.find(key, shift);
            if (at < 0) {
                return MISSING;
            }
            Object found = node.slots[at];
            if (found == null && node.slots[at + 1] instanceof Bindings below) {
                node = below;
            } else {
                return found == key ? node.slots[at + 1] : MISSING;
            }
        }
    }

    Bindings with(ContextVar<?> key, @Nullable Object value) {
        return with(key, value, 0);
    }

    Bindings without(ContextVar<?> key) {
        return without(key, 0);
    }

    private Bindings with(ContextVar<?> key, @Nullable Object value, int shift) {
        int at = find(key, shift);
        if (at < 0) {
            return insert(~at, key, value, shift);
        }
        if (slots[at] == key) {
            return replace(at, key, value);
        }
        Bindings below =
                slots[at] instanceof ContextVar<?> other ? EMPTY.with(other, slots[at + 1], shift + BITS) : below(at);
        return replace(at, null, below.with(key, value, shift + BITS));
    }

    private Bindings without(ContextVar<?> key, int shift) {
        int at = find(key, shift);
        if (at < 0) {
            return this;
        }
        if (slots[at] == key) {
            return remove(at, key, shift);
        }
        if (slots[at] != null) {
            return this;
        }
        Bindings below = below(at);
        Bindings rest = below.without(key, shift + BITS);
        if (rest == below) {
            return this;
        }
        // One that is left alone moves up: the shape depends on what is in the map, not on what once was.
        return rest.slots.length == 2 && rest.slots[0] != null
                ? replace(at, rest.slots[0], rest.slots[1])
                : replace(at, null, rest);
    }

    private Bindings below(int at) {
        return slots[at + 1] instanceof Bindings below ? below : EMPTY;
    }

    /** Where the key is or may be, or the complement of where it is to be put. */
    private int find(ContextVar<?> key, int shift) {
        if (shift >= BOTTOM) {
            for (int at = 0; at < slots.length; at += 2) {
                if (slots[at] == key) {
                    return at;
                }
            }
            return ~slots.length;
        }
        int bit = bit(key, shift);
        int at = 2 * Integer.bitCount(bitmap & (bit - 1));
        return (bitmap & bit) == 0 ? ~at : at;
    }

    private static int bit(ContextVar<?> key, int shift) {
        return 1 << ((key.hash >>> shift) & 31);
    }

    private Bindings insert(int at, ContextVar<?> key, @Nullable Object value, int shift) {
        @Nullable Object[] larger = new Object[slots.length + 2];
        System.arraycopy(slots, 0, larger, 0, at);
        larger[at] = key;
        larger[at + 1] = value;
        System.arraycopy(slots, at, larger, at + 2, slots.length - at);
        return new Bindings(shift >= BOTTOM ? 0 : bitmap | bit(key, shift), larger);
    }

    private Bindings replace(int at, @Nullable Object first, @Nullable Object second) {
        @Nullable Object[] changed = slots.clone();
        changed[at] = first;
        changed[at + 1] = second;
        return new Bindings(bitmap, changed);
    }

    private Bindings remove(int at, ContextVar<?> key, int shift) {
        if (slots.length == 2) {
            return EMPTY;
        }
        @Nullable Object[] smaller = Arrays.copyOf(slots, slots.length - 2);
        System.arraycopy(slots, at + 2, smaller, at, smaller.length - at);
        return new Bindings(shift >= BOTTOM ? 0 : bitmap & ~bit(key, shift), smaller);
    }
}
