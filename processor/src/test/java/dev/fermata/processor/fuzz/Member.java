package dev.fermata.processor.fuzz;

import java.util.List;

/** A member of a class, or a class: it can be left out, if nothing uses it. */
record Member(Construct construct, List<Part> parts) implements Tree {
    Member {
        parts = List.copyOf(parts);
    }

    static Member of(Construct construct, String words, Tree... trees) {
        return new Member(construct, Tree.parts(words, trees));
    }

    @Override
    public Member with(List<Part> other) {
        return new Member(construct, other);
    }
}
