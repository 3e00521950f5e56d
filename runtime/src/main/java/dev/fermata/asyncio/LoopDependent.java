package dev.fermata.asyncio;

/** What other threads may wait for and only a loop can give: told when the loop is closed, or they would wait for ever. */
interface LoopDependent {
    /** The loop is closed: no step of a task will run any more. Any thread. */
    void loopClosed();
}
