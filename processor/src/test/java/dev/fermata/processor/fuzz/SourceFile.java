package dev.fermata.processor.fuzz;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** The source of a program, for javac. */
final class SourceFile extends SimpleJavaFileObject {
    private final Program program;

    SourceFile(Program program) {
        super(URI.create("string:///fuzz/programs/" + program.name() + ".java"), Kind.SOURCE);
        this.program = program;
    }

    Program program() {
        return program;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return program.source();
    }
}
