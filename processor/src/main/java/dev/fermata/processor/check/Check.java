package dev.fermata.processor.check;

import dev.fermata.processor.diagnostic.DiagnosticId;
import dev.fermata.processor.diagnostic.Line;
import java.util.Optional;

/** One check: a function over what is remarkable in a class. It is asked for each site in the order of positions. */
interface Check {
    /** Returns its id, which no other check has. */
    DiagnosticId id();

    /** Returns what it has to say about a site, if anything; it is reported there. */
    Optional<Finding> examine(Site site);

    /**
     * What is said.
     *
     * @param what what is wrong; and why
     * @param cure what to write instead
     */
    record Finding(Line what, Line cure) {}
}
