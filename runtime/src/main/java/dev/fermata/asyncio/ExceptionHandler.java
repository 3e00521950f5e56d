package dev.fermata.asyncio;

/** Takes what nobody else does: exceptions of callbacks, failures that nobody retrieved. */
@FunctionalInterface
public interface ExceptionHandler {
    /**
     * Handles it, in the loop's thread. What it throws is logged together with what it was given.
     *
     * @param loop the loop
     * @param context what happened
     */
    void handle(EventLoop loop, ErrorContext context);
}
