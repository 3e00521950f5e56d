package dev.fermata.machine;

/**
 * What generated code calls where a body hands over a primitive and not its box.
 *
 * <p>Such a body returns an int, or a long where one is needed; a float or double as its bits. If it has suspended it returns a mark in
 * place of {@link Machine#SUSPENDED}: a number that is rare, but may be its outcome, too. So it sets {@link Machine#suspended} besides. Its callers
 * compare with the mark, and look there only if they find it.
 *
 * <p>A class of its own, which a program that has none of this never loads.
 */
@SuppressWarnings("NullAway") // such a body's outcome is never null
public final class Primitives {
    private Primitives() {}

    // ---- what a body has returned, as others return it

    /**
     * Makes what others return of what a body has returned that hands over a boolean.
     *
     * @param bits what it has returned
     * @param suspended whether it has suspended
     * @return the outcome in its box, or {@link Machine#SUSPENDED}
     */
    public static Object boxedBoolean(int bits, boolean suspended) {
        return suspended ? Machine.SUSPENDED : Boolean.valueOf(bits != 0);
    }

    /**
     * Makes what others return of what a body has returned that hands over a byte.
     *
     * @param bits what it has returned
     * @param suspended whether it has suspended
     * @return the outcome in its box, or {@link Machine#SUSPENDED}
     */
    public static Object boxedByte(int bits, boolean suspended) {
        return suspended ? Machine.SUSPENDED : Byte.valueOf((byte) bits);
    }

    /**
     * Makes what others return of what a body has returned that hands over a short.
     *
     * @param bits what it has returned
     * @param suspended whether it has suspended
     * @return the outcome in its box, or {@link Machine#SUSPENDED}
     */
    public static Object boxedShort(int bits, boolean suspended) {
        return suspended ? Machine.SUSPENDED : Short.valueOf((short) bits);
    }

    /**
     * Makes what others return of what a body has returned that hands over a char.
     *
     * @param bits what it has returned
     * @param suspended whether it has suspended
     * @return the outcome in its box, or {@link Machine#SUSPENDED}
     */
    public static Object boxedChar(int bits, boolean suspended) {
        return suspended ? Machine.SUSPENDED : Character.valueOf((char) bits);
    }

    /**
     * Makes what others return of what a body has returned that hands over an int.
     *
     * @param bits what it has returned
     * @param suspended whether it has suspended
     * @return the outcome in its box, or {@link Machine#SUSPENDED}
     */
    public static Object boxedInt(int bits, boolean suspended) {
        return suspended ? Machine.SUSPENDED : Integer.valueOf(bits);
    }

    /**
     * Makes what others return of what a body has returned that hands over a long.
     *
     * @param bits what it has returned
     * @param suspended whether it has suspended
     * @return the outcome in its box, or {@link Machine#SUSPENDED}
     */
    public static Object boxedLong(long bits, boolean suspended) {
        return suspended ? Machine.SUSPENDED : Long.valueOf(bits);
    }

    /**
     * Makes what others return of what a body has returned that hands over a float.
     *
     * @param bits what it has returned
     * @param suspended whether it has suspended
     * @return the outcome in its box, or {@link Machine#SUSPENDED}
     */
    public static Object boxedFloat(int bits, boolean suspended) {
        return suspended ? Machine.SUSPENDED : Float.valueOf(Float.intBitsToFloat(bits));
    }

    /**
     * Makes what others return of what a body has returned that hands over a double.
     *
     * @param bits what it has returned
     * @param suspended whether it has suspended
     * @return the outcome in its box, or {@link Machine#SUSPENDED}
     */
    public static Object boxedDouble(long bits, boolean suspended) {
        return suspended ? Machine.SUSPENDED : Double.valueOf(Double.longBitsToDouble(bits));
    }

    // ---- what a caller is resumed with

    /**
     * As {@link Machine#resumed()}, where a body was entered that hands over a boolean.
     *
     * @param machine the machine
     * @return the outcome, as the body would have returned it
     */
    public static int resumedBoolean(Machine machine) {
        return (Boolean) machine.resumed() ? 1 : 0;
    }

    /**
     * As {@link Machine#resumed()}, where a body was entered that hands over a byte.
     *
     * @param machine the machine
     * @return the outcome, as the body would have returned it
     */
    public static int resumedByte(Machine machine) {
        return (Byte) machine.resumed();
    }

    /**
     * As {@link Machine#resumed()}, where a body was entered that hands over a short.
     *
     * @param machine the machine
     * @return the outcome, as the body would have returned it
     */
    public static int resumedShort(Machine machine) {
        return (Short) machine.resumed();
    }

    /**
     * As {@link Machine#resumed()}, where a body was entered that hands over a char.
     *
     * @param machine the machine
     * @return the outcome, as the body would have returned it
     */
    public static int resumedChar(Machine machine) {
        return (Character) machine.resumed();
    }

    /**
     * As {@link Machine#resumed()}, where a body was entered that hands over an int.
     *
     * @param machine the machine
     * @return the outcome, as the body would have returned it
     */
    public static int resumedInt(Machine machine) {
        return (Integer) machine.resumed();
    }

    /**
     * As {@link Machine#resumed()}, where a body was entered that hands over a long.
     *
     * @param machine the machine
     * @return the outcome, as the body would have returned it
     */
    public static long resumedLong(Machine machine) {
        return (Long) machine.resumed();
    }

    /**
     * As {@link Machine#resumed()}, where a body was entered that hands over a float.
     *
     * @param machine the machine
     * @return the outcome, as the body would have returned it
     */
    public static int resumedFloat(Machine machine) {
        return Float.floatToRawIntBits((Float) machine.resumed());
    }

    /**
     * As {@link Machine#resumed()}, where a body was entered that hands over a double.
     *
     * @param machine the machine
     * @return the outcome, as the body would have returned it
     */
    public static long resumedDouble(Machine machine) {
        return Double.doubleToRawLongBits((Double) machine.resumed());
    }

    // ---- where a body has returned the mark

    /**
     * Called by the caller of a body that hands over an int and has returned the mark, before the caller suspends, see {@link #marked}. Of a smaller type the mark is no value, and this does as well.
     *
     * @param bits the mark
     * @param machine the machine
     */
    public static void markedInt(int bits, Machine machine) {
        marked(machine, boxedInt(bits, machine.suspended));
    }

    /**
     * Called by the caller of a body that hands over a long and has returned the mark, before the caller suspends, see {@link #marked}.
     *
     * @param bits the mark
     * @param machine the machine
     */
    public static void markedLong(long bits, Machine machine) {
        marked(machine, boxedLong(bits, machine.suspended));
    }

    /**
     * Called by the caller of a body that hands over a float and has returned the mark, before the caller suspends, see {@link #marked}.
     *
     * @param bits the mark
     * @param machine the machine
     */
    public static void markedFloat(int bits, Machine machine) {
        marked(machine, boxedFloat(bits, machine.suspended));
    }

    /**
     * Called by the caller of a body that hands over a double and has returned the mark, before the caller suspends, see {@link #marked}.
     *
     * @param bits the mark
     * @param machine the machine
     */
    public static void markedDouble(long bits, Machine machine) {
        marked(machine, boxedDouble(bits, machine.suspended));
    }

    /**
     * If the body has not suspended, the mark is its outcome. The caller suspends all the same, and is resumed with that as soon as the stack has
     * unwound. So a caller needs one test and not two; and the outcome that takes this way is one of four billion.
     */
    private static void marked(Machine machine, Object outcome) {
        if (machine.suspended) {
            machine.suspended = false;
        } else {
            machine.resumeWith(outcome);
        }
    }
}
