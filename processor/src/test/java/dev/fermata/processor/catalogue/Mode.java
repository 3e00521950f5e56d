package dev.fermata.processor.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** What becomes of the awaits of one performance. The numbers are those that {@code shapes.kit.Fate} reads. */
record Mode(String name, IntUnaryOperator fates) {
    private static final int READY = 0;
    private static final int SUSPEND = 1;
    private static final int FAIL = 2;
    private static final int SUSPEND_AND_FAIL = 3;
    private static final int RAISE = 4;

    /** The tens of a fate: an unchecked exception, a checked one, an error. */
    private static final int[] KINDS = {0, 10, 20};

    /** Of a shape with more points than this, only so many of the first, and the last, fail in turn. */
    private static final int FAILING_POINTS = 30;

    /** And of a shape with very many, so few. */
    private static final int FAILING_POINTS_OF_MANY = 4;

    private static final int MANY = 500;

    static Mode ready() {
        return new Mode("ready", point -> READY);
    }

    static Mode suspending() {
        return new Mode("suspending", point -> SUSPEND);
    }

    /** Those in which each point comes to an outcome, some by way of a suspension. */
    static List<Mode> mixed() {
        List<Mode> modes = new ArrayList<>();
        modes.add(new Mode("even points suspending", point -> point % 2 == 0 ? SUSPEND : READY));
        modes.add(new Mode("odd points suspending", point -> point % 2 == 1 ? SUSPEND : READY));
        for (int seed = 1; seed <= 3; seed++) {
            int factor = 0x9E3779B1 * seed;
            modes.add(new Mode("scatter " + seed, point -> ((point + 1) * factor) >>> 30 == 0 ? SUSPEND : READY));
        }
        return modes;
    }

    /** Each point in turn fails at once, among others that are ready, and among others that suspend. */
    static List<Mode> failing(int points) {
        List<Mode> modes = new ArrayList<>();
        failingPoints(points).forEach(point -> {
            for (int kind : KINDS) {
                modes.add(failing(point, FAIL + kind, READY));
                modes.add(failing(point, FAIL + kind, SUSPEND));
            }
        });
        return modes;
    }

    /** Each point in turn fails after it has suspended, by itself and by its driver. */
    static List<Mode> failingLate(int points) {
        List<Mode> modes = new ArrayList<>();
        failingPoints(points).forEach(point -> {
            for (int kind : KINDS) {
                modes.add(failing(point, SUSPEND_AND_FAIL + kind, READY));
                modes.add(failing(point, RAISE + kind, READY));
                modes.add(failing(point, RAISE + kind, SUSPEND));
            }
        });
        return modes;
    }

    /** Two points fail, the second soon after the first: in a handler of the first, as a rule. */
    static List<Mode> failingTwice(int points) {
        List<Mode> modes = new ArrayList<>();
        failingPoints(points).forEach(first -> {
            for (int distance = 1; distance <= 3; distance++) {
                int second = first + distance;
                int kind = KINDS[distance - 1];
                modes.add(new Mode(
                        "points " + first + " and " + second + " failing",
                        point -> point == first ? SUSPEND_AND_FAIL + kind : point == second ? FAIL : SUSPEND));
                modes.add(new Mode(
                        "points " + first + " and " + second + " failing, late",
                        point -> point == first ? FAIL : point == second ? SUSPEND_AND_FAIL + kind : READY));
            }
        });
        return modes;
    }

    private static Mode failing(int failing, int fate, int others) {
        return new Mode(
                "point " + failing + " with fate " + fate + ", others " + others,
                point -> point == failing ? fate : others);
    }

    private static IntStream failingPoints(int points) {
        int first = points > MANY ? FAILING_POINTS_OF_MANY : FAILING_POINTS;
        return points <= first
                ? IntStream.range(0, points)
                : IntStream.concat(IntStream.range(0, first), IntStream.of(points - 1));
    }
}
