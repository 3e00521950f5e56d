package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** The way from the root of a program to one of its trees: an index at each level. */
record Place(List<Integer> way) {
    Place {
        way = List.copyOf(way);
    }

    /** The places of all trees, a tree before those in it. */
    static List<Place> all(Tree root) {
        List<Place> places = new ArrayList<>();
        collect(root, new ArrayList<>(), places);
        return places;
    }

    /** What is there. */
    Tree in(Tree root) {
        Tree tree = root;
        for (int index : way) {
            tree = (Tree) tree.parts().get(index);
        }
        return tree;
    }

    /** Whether there is still something there, once the program has shrunk. */
    boolean isIn(Tree root) {
        Tree tree = root;
        for (int index : way) {
            if (index >= tree.parts().size() || !(tree.parts().get(index) instanceof Tree next)) {
                return false;
            }
            tree = next;
        }
        return true;
    }

    /** The program with something else there. */
    Program put(Program program, Tree other) {
        return (Program) put(program, other, 0);
    }

    private Tree put(Tree tree, Tree other, int depth) {
        if (depth == way.size()) {
            return other;
        }
        List<Part> parts = new ArrayList<>(tree.parts());
        int index = way.get(depth);
        parts.set(index, put((Tree) parts.get(index), other, depth + 1));
        return tree.with(parts);
    }

    private static void collect(Tree tree, List<Integer> way, List<Place> places) {
        places.add(new Place(way));
        for (int i = 0; i < tree.parts().size(); i++) {
            if (tree.parts().get(i) instanceof Tree inner) {
                way.add(i);
                collect(inner, way, places);
                way.remove(way.size() - 1);
            }
        }
    }
}
