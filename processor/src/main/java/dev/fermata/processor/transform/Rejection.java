package dev.fermata.processor.transform;

import dev.fermata.processor.transform.analysis.CannotRewrite;

/**
 * Why a method cannot be rewritten.
 *
 * @param className the internal name of its class
 * @param method its name; empty where the class as a whole is meant
 * @param descriptor its descriptor; empty where the class as a whole is meant
 * @param line the line of the instruction that stands in the way, or 0 if the class file does not tell
 * @param reason the reason, as half a sentence: "holds a monitor across a suspension"
 */
public record Rejection(String className, String method, String descriptor, int line, String reason) {
    /** Makes one line of the reason: it may quote what a damaged class file has for a name. */
    public Rejection {
        reason = reason.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", "?");
    }

    /** Tells whether the code was bad before we came, so that its source may well be right. */
    public boolean isOfBadCode() {
        return CannotRewrite.isBadCode(reason);
    }
}
