package dev.fermata.processor.check;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source file that is a string. */
final class InMemorySource extends SimpleJavaFileObject {
    private final String text;

    InMemorySource(String type, String text) {
        super(URI.create("string:///" + type.replace('.', '/') + ".java"), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
