package dev.fermata.processor.check;

import java.util.List;

/**
 * What is remarkable in a top-level class and everything in it.
 *
 * @param contexts its contexts, in the order in which they begin
 * @param sites what checks may have to say something about, in the order of positions
 */
record ClassModel(List<Context> contexts, List<Site> sites) {
    /** Copies the lists. */
    ClassModel {
        contexts = List.copyOf(contexts);
        sites = List.copyOf(sites);
    }
}
