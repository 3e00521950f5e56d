package dev.fermata.processor.diagnostic;

/** What {@code -Afermata.transform} asks for. */
public enum TransformMode {
    /** Rewrite; what cannot be rewritten is an error. The default. */
    ON,
    /** Check only. */
    OFF,
    /** Rewrite; what cannot be rewritten is a warning, and stays as javac wrote it with all of its class: it throws when it awaits. */
    WARN
}
