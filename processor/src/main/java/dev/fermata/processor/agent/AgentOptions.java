package dev.fermata.processor.agent;

import dev.fermata.processor.transform.TransformOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the equals sign of {@code -javaagent:fermata-processor.jar=}.
 *
 * @param include the packages and classes to look at, as prefixes of internal names; empty for all
 * @param transform how to transform
 */
record AgentOptions(List<String> include, TransformOptions transform) {
    /** Copies the list. */
    AgentOptions {
        include = List.copyOf(include);
    }

    /** Throws IllegalArgumentException for what means nothing. */
    static AgentOptions parse(@Nullable String text) {
        List<String> include = new ArrayList<>();
        boolean debug = false;
        boolean verify = true;
        for (String option : (text == null ? "" : text).split(",")) {
            if (option.startsWith("include=") && option.length() > "include=".length()) {
                include.add(option.substring("include=".length()).replace('.', '/'));
            } else if (option.equals("debug")) {
                debug = true;
            } else if (option.equals("verify=off")) {
                verify = false;
            } else if (!option.isEmpty() && !option.equals("verify=on")) {
                throw new IllegalArgumentException(
                        "'" + option + "' is no option of Fermata's agent; write, with commas"
                                + " between: include=<package prefix> (may be repeated), debug, verify=on|off");
            }
        }
        return new AgentOptions(include, new TransformOptions(debug, verify));
    }

    boolean includes(String internalName) {
        return include.isEmpty() || include.stream().anyMatch(internalName::startsWith);
    }
}
