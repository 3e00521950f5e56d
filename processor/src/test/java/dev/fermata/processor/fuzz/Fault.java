package dev.fermata.processor.fuzz;

/** A program whose two sides differ, and how. */
record Fault(Kind kind, Program program, Flavour flavour, boolean newer, String detail) {
    /** In which way. */
    enum Kind {
        /** The rewriting compiler refuses what javac accepts. */
        REJECTED,
        /** The virtual machine does not accept the rewritten classes. */
        UNVERIFIED,
        /** A run leaves another trace. */
        TRACE,
        /** A run does not come to an end. */
        HANG
    }

    /** Whether this is the same fault, seen in a smaller program. */
    boolean isLike(Fault other) {
        return kind == other.kind && (kind != Kind.REJECTED || gist().equals(other.gist()));
    }

    private String gist() {
        String words = detail.replaceAll("line \\d+: ", "").replaceAll("[^A-Za-z ]", "");
        return words.substring(0, Math.min(40, words.length()));
    }
}
