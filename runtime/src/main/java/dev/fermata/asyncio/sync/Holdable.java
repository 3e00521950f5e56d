package dev.fermata.asyncio.sync;

import dev.fermata.Coroutine;

/** What is acquired before something and released after it. */
interface Holdable {
    Coroutine<Void> acquire();

    void release();
}
