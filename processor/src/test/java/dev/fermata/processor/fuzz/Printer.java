package dev.fermata.processor.fuzz;

/** Writes trees down, a statement to a line. */
final class Printer {
    private static final String STEP = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    private Printer() {}

    static String print(Tree tree) {
        Printer printer = new Printer();
        printer.write(tree);
        return printer.text.toString();
    }

    private void write(Part part) {
        if (part instanceof Text words) {
            write(words.text());
        } else if (part instanceof Block block) {
            block(block);
        } else if (part instanceof Member member) {
            line();
            member.parts().forEach(this::write);
        } else {
            ((Tree) part).parts().forEach(this::write);
        }
    }

    private void block(Block block) {
        text.append('{');
        depth++;
        for (Part statement : block.parts()) {
            line();
            write(statement);
        }
        depth--;
        line();
        text.append('}');
    }

    /** Words may have lines of their own; those are moved in as far as the statement. */
    private void write(String words) {
        text.append(words.replace("\n", "\n" + STEP.repeat(depth)));
    }

    private void line() {
        text.append('\n').append(STEP.repeat(depth));
    }
}
