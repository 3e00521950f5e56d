package dev.fermata.asyncio.junit;

/** By what time a test runs. */
public enum TestClock {
    /** By that of the nearest class around that names one, else {@link #MANUAL}. */
    INFERRED,

    /** By a {@link dev.fermata.asyncio.testing.ManualClock} of its own: time passes when everything waits, at once. */
    MANUAL,

    /** By a {@link dev.fermata.asyncio.testing.RealClock}: that of the world. Give such tests a {@code @Timeout}. */
    REAL
}
