package fuzz.kit;

import dev.fermata.Awaitable;
import java.util.Arrays;

/** How values are written: by content, never by identity. */
final class Words {
    private static final int MOST = 48;

    private Words() {}

    static String of(Object value) {
        if (value instanceof Throwable thrown) {
            return of(thrown);
        }
        if (value != null && value.getClass().isArray()) {
            String text = Arrays.deepToString(new Object[] {value});
            return shortened(value.getClass().getSimpleName() + text.substring(1, text.length() - 1));
        }
        if (value instanceof String text) {
            return shortened(text);
        }
        if (value instanceof Awaitable<?>) {
            return "an awaitable";
        }
        if (value == null) {
            return "null";
        }
        String type = value.getClass().isHidden() ? "lambda" : value.getClass().getSimpleName();
        return isByIdentity(value) ? type : shortened(value + ":" + type);
    }

    static String shortened(String text) {
        return text.length() > MOST ? text.substring(0, MOST) : text;
    }

    private static boolean isByIdentity(Object value) {
        return value.toString().endsWith("@" + Integer.toHexString(System.identityHashCode(value)));
    }

    /** Some messages of the virtual machine name locals, which depends on debug tables, or threads; they are left out. */
    private static String of(Throwable thrown) {
        if (thrown instanceof NoClassDefFoundError) {
            return "NoClassDefFoundError";
        }
        StringBuilder text = new StringBuilder(thrown.getClass().getSimpleName());
        boolean words = !(thrown instanceof NullPointerException || thrown instanceof ClassCastException);
        if (words && thrown.getMessage() != null) {
            text.append('(').append(thrown.getMessage()).append(')');
        }
        if (thrown.getCause() != null && thrown.getCause() != thrown) {
            text.append(" by ").append(of(thrown.getCause()));
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            text.append(" suppressing ").append(of(suppressed));
        }
        return text.toString();
    }
}
