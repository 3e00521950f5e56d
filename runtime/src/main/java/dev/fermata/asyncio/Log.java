package dev.fermata.asyncio;

/** Where the loop logs. A class of its own, so that the JDK's logging is started by who logs first, and not by each program. */
final class Log {
    static final System.Logger LOGGER = System.getLogger("dev.fermata.asyncio");

    private Log() {}
}
