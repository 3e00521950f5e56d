package dev.fermata.processor.realcode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of a corpus, in numbers; and the faults, each of which is a failure of the proof. */
final class Tally {
    int classes;
    int methods;
    int points;
    int untouched;
    int linked;
    int rejectedMethods;
    final Map<Reason, Integer> rejected = new EnumMap<>(Reason.class);
    final Map<String, Integer> unprovable = new TreeMap<>();
    final List<String> faults = new ArrayList<>();

    void reject(Reason reason) {
        rejectedMethods++;
        rejected.merge(reason, 1, Integer::sum);
    }

    /** Something that does not verify even before it is rewritten, so that nothing can be told of it. */
    void unprovable(String why) {
        unprovable.merge(why, 1, Integer::sum);
    }

    void fault(String fault) {
        faults.add(fault);
    }

    void add(Tally other) {
        classes += other.classes;
        methods += other.methods;
        points += other.points;
        untouched += other.untouched;
        linked += other.linked;
        rejectedMethods += other.rejectedMethods;
        other.rejected.forEach((reason, count) -> rejected.merge(reason, count, Integer::sum));
        other.unprovable.forEach((why, count) -> unprovable.merge(why, count, Integer::sum));
        faults.addAll(other.faults);
    }

    @Override
    public String toString() {
        return String.format(
                "%,d methods of %,d classes rewritten and verified, %,d points; %,d classes linked; %,d methods left bit for"
                        + " bit; %,d rejected %s; not provable %s; %d faults",
                methods, classes, points, linked, untouched, rejectedMethods, rejected, unprovable, faults.size());
    }
}
