package dev.fermata.processor.fuzz;

/** What was done. */
final class Tally {
    int programs;
    int refused;
    int faults;
    long functions;
    long points;
    long runs;
    long suspensions;
    long failures;
    long cancellations;
    long closings;

    /** Counts what a program has. */
    void add(Program program) {
        programs++;
        program.visit(tree -> {
            Construct construct = tree instanceof Expr expr
                    ? expr.construct()
                    : tree instanceof Stmt stmt
                            ? stmt.construct()
                            : tree instanceof Member member ? member.construct() : null;
            if (construct != null) {
                functions += construct.isFunction() ? 1 : 0;
                points += construct.suspends() ? 1 : 0;
            }
        });
    }

    /** Counts what happened at a point of a rewritten program. */
    int passed(int fate) {
        int what = fate % 10;
        suspensions += what == 1 || what >= 3 ? 1 : 0;
        failures += what >= 2 && what <= 4 && fate < 30 ? 1 : 0;
        cancellations += fate >= 30 ? 1 : 0;
        closings += what == 5 ? 1 : 0;
        return fate;
    }

    void add(Tally other) {
        programs += other.programs;
        refused += other.refused;
        faults += other.faults;
        functions += other.functions;
        points += other.points;
        runs += other.runs;
        suspensions += other.suspensions;
        failures += other.failures;
        cancellations += other.cancellations;
        closings += other.closings;
    }

    @Override
    public String toString() {
        return programs + " programs (" + refused + " more refused by javac itself), " + functions + " functions, "
                + points
                + " points of suspension, " + runs + " runs, " + suspensions + " suspensions, " + failures
                + " failures, " + cancellations + " cancellations, " + closings + " closings: " + faults + " faults";
    }
}
