package dev.fermata.processor.fuzz;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where programs are run: both kits, and room on disk. */
final class Theatre {
    private final Path root;
    private final Kit oracle;
    private final Kit woven;
    private final List<String> refusals = new ArrayList<>();
    private int folders;

    Theatre(Path root) {
        this.root = root;
        oracle = new Kit(Side.ORACLE, root.resolve("kit-oracle"));
        woven = new Kit(Side.WOVEN, root.resolve("kit-woven"));
    }

    Kit oracle() {
        return oracle;
    }

    Kit woven() {
        return woven;
    }

    /** A folder that nobody uses. */
    Path folder() {
        return root.resolve("batch" + folders++);
    }

    /** Notes that javac itself does not accept a program: an imperfection of the generator, or a bug of javac. */
    void refused(Program program, String why) {
        refusals.add(program.name() + ": " + why.lines().limit(2).collect(Collectors.joining(" ")));
    }

    List<String> refusals() {
        return refusals;
    }
}
