package dev.fermata.machine;

/** What {@link Machine#SUSPENDED} is; a class of its own, so that a value that strays into a debugger or a log says so. */
final class Suspended {
    @Override
    public String toString() {
        return "SUSPENDED";
    }
}
