package dev.fermata.processor.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How loudly a diagnostic is reported, in rising order. */
public enum Severity {
    /** Not at all. */
    OFF("off"),
    /** As a note of javac. */
    NOTE("note"),
    /** As a warning of javac, so that {@code -nowarn} and {@code -Werror} act on it. */
    WARNING("warn"),
    /** As an error of javac. */
    ERROR("error");

    private final String option;

    Severity(String option) {
        this.option = option;
    }

    /** Returns the word that stands for it as the value of an option. */
    public String option() {
        return option;
    }

    /** Returns the severity that a word of an option stands for; upper case is not known. */
    static Optional<Severity> ofOption(String word) {
        return Arrays.stream(values())
                .filter(severity -> severity.option.equals(word))
                .findFirst();
    }

    static List<String> optionWords() {
        return List.of(OFF.option, NOTE.option, WARNING.option, ERROR.option);
    }
}
