package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of the points of one run, by the numbers that the kit's {@code Fate} reads.
 *
 * @param others the fate of the points that have none of their own: ready, suspending, or one or the other by a hash of the
 *     point with this number
 */
record Scenario(String name, int others, Map<Integer, Integer> own) {
    private static final int READY = 0;
    private static final int SUSPEND = 1;
    private static final int FAIL = 2;
    private static final int SUSPEND_AND_FAIL = 3;
    private static final int RAISE = 4;
    private static final int CLOSE = 5;
    private static final int CANCELLED = 30;

    /** Above this, the points of a small program are not all tried in turn. */
    private static final int FEW = 14;

    /** What becomes of a point. */
    int fate(int point) {
        Integer fate = own.get(point);
        if (fate != null) {
            return fate;
        }
        return others <= SUSPEND ? others : ((point + 1) * 0x9E3779B1 * others) >>> 30 <= 1 ? SUSPEND : READY;
    }

    /** Whether the driver closes the program. */
    boolean closes() {
        return own.containsValue(CLOSE);
    }

    /** Whether nothing fails and nobody closes, so that the oracle does the same in all of these. */
    boolean isSmooth() {
        return own.isEmpty();
    }

    /** A few of each kind, for a program that passes so many points if all goes well. */
    static List<Scenario> some(Dice dice, int points) {
        List<Scenario> all = new ArrayList<>(smooth(dice, 2));
        if (points == 0) {
            return all;
        }
        for (int i = 0; i < 9; i++) {
            all.add(failing(dice, dice.below(points), i % 3));
        }
        for (int i = 0; i < 3; i++) {
            int first = dice.below(points);
            all.add(twice(dice, first, first + dice.between(1, 4)));
            all.add(cancelled(dice, dice.below(points)));
        }
        all.add(often(dice, points));
        int twice = dice.below(points);
        all.add(new Scenario(
                "cancelled twice from " + twice,
                SUSPEND,
                Map.of(twice, CANCELLED + RAISE, twice + dice.between(1, 3), CANCELLED + RAISE)));
        for (int i = 0; i < 2; i++) {
            all.add(closed(dice, dice.below(points)));
        }
        return all;
    }

    /** All of each kind for a small program, and very many for others. */
    static List<Scenario> many(Dice dice, int points) {
        List<Scenario> all = new ArrayList<>(smooth(dice, 5));
        if (points > FEW) {
            for (int i = 0; i < 6; i++) {
                all.addAll(some(dice, points));
            }
            return all;
        }
        for (int point = 0; point < points; point++) {
            for (int kind = 0; kind < 3; kind++) {
                all.add(failing(dice, point, kind));
                all.add(failing(dice, point, kind));
            }
            all.add(twice(dice, point, point + 1));
            all.add(twice(dice, point, point + 2));
            all.add(cancelled(dice, point));
            all.add(cancelled(dice, point));
            all.add(closed(dice, point));
        }
        return all;
    }

    private static List<Scenario> smooth(Dice dice, int subsets) {
        List<Scenario> all = new ArrayList<>();
        all.add(new Scenario("ready", READY, Map.of()));
        all.add(new Scenario("suspending", SUSPEND, Map.of()));
        for (int i = 0; i < subsets; i++) {
            int subset = dice.between(2, 1000);
            all.add(new Scenario("subset " + subset, subset, Map.of()));
        }
        return all;
    }

    private static int others(Dice dice) {
        return dice.pick(READY, SUSPEND, SUSPEND, dice.between(2, 1000));
    }

    private static Scenario failing(Dice dice, int point, int kind) {
        int fate = dice.pick(FAIL, FAIL, SUSPEND_AND_FAIL, RAISE) + 10 * kind;
        return new Scenario("failing at " + point + " with " + fate, others(dice), Map.of(point, fate));
    }

    private static Scenario twice(Dice dice, int first, int second) {
        int one = dice.pick(FAIL, SUSPEND_AND_FAIL, RAISE) + 10 * dice.below(3);
        int two = dice.pick(FAIL, SUSPEND_AND_FAIL, RAISE) + 10 * dice.below(3);
        return new Scenario(
                "failing at " + first + " with " + one + " and at " + second + " with " + two,
                others(dice),
                Map.of(first, one, second, two));
    }

    private static Scenario often(Dice dice, int points) {
        int chance = dice.between(4, 30);
        Map<Integer, Integer> own = new HashMap<>();
        for (int point = 0; point < points * 3; point++) {
            if (dice.percent(chance)) {
                own.put(point, dice.pick(FAIL, SUSPEND_AND_FAIL, RAISE) + 10 * dice.below(3));
            }
        }
        return new Scenario("failing often: " + own, others(dice), Map.copyOf(own));
    }

    private static Scenario cancelled(Dice dice, int point) {
        return new Scenario("cancelled at " + point, others(dice), Map.of(point, CANCELLED + RAISE));
    }

    private static Scenario closed(Dice dice, int point) {
        return new Scenario("closed at " + point, others(dice), Map.of(point, CLOSE));
    }
}
