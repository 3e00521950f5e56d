package dev.fermata.asyncio;

/**
 * A coroutine that asks the promise that it waits for itself. So a failure is thrown in the chain of its awaiters, which are
 * then added to its trace; into any other leaf that yields a promise, the task throws the failure from outside.
 */
interface PromiseWait {}
