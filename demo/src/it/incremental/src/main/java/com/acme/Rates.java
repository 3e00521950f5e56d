package com.acme;

/** Used in the body of a coroutine function only, after an await. */
public final class Rates {
    private Rates() {}

    public static int rate() {
        return 2;
    }
}
