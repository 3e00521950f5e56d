package dev.fermata.processor.check;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * What is remarkable in a top-level class and everything in it.
 *
 * @param contexts its contexts, in the order in which they begin
 * @param sites what checks may have to say something about, in the order of positions
 * @param types itself and all classes in it, local and anonymous ones included
 */
record ClassModel(List<Context> contexts, List<Site> sites, List<TypeElement> types) {
    /** Copies the lists. */
    ClassModel {
        contexts = List.copyOf(contexts);
        sites = List.copyOf(sites);
        types = List.copyOf(types);
    }

    /** Returns the sites in the same order, those of one tree together; they are noted one after the other. */
    List<List<Site>> sitesByTree() {
        List<List<Site>> trees = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sites.size(); i++) {
            if (i == sites.size() || sites.get(i).tree() != sites.get(start).tree()) {
                trees.add(sites.subList(start, i));
                start = i;
            }
        }
        return trees;
    }
}
