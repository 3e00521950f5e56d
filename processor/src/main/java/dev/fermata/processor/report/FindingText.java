package dev.fermata.processor.report;

import dev.fermata.processor.check.SourceOutline.Raised;

/** The two lines of a diagnostic, taken apart. */
final class FindingText {
    private FindingText() {}

    /** Returns what is wrong and why, without the id. */
    static String message(Raised raised) {
        String text = raised.text().lines().findFirst().orElse("");
        return text.substring(text.indexOf(']') + 1).strip();
    }

    /** Returns what to write instead. */
    static String cure(Raised raised) {
        return String.join(" ", raised.text().lines().skip(1).map(String::strip).toList());
    }
}
