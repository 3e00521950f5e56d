package dev.fermata.processor.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * The entry of {@code -javaagent:fermata-processor.jar}. It can be started with the virtual machine only, not attached to one
 * that runs: a class that was loaded before could not be rewritten any more, and would run its functions at the call.
 */
public final class Agent {
    private Agent() {}

    /**
     * Starts it; the virtual machine calls this before {@code main}.
     *
     * @param options what stands behind the equals sign, or null
     * @param instrumentation the way in
     */
    public static void premain(@Nullable String options, Instrumentation instrumentation) {
        AgentOptions parsed;
        try {
            parsed = AgentOptions.parse(options);
        } catch (IllegalArgumentException misuse) {
            System.err.println("fermata-agent: " + misuse.getMessage());
            // Thrown on, it would end the virtual machine as well, by abort and with a dump of its stack.
            System.exit(2);
            return;
        }
        instrumentation.addTransformer(new LoadTimeTransformer(parsed, ClassDefiner.open(instrumentation), System.err));
    }
}
