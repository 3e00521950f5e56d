package dev.fermata.processor.realcode;

/**
 * Which instructions become suspension points: the predicate that the transform is fed with.
 *
 * @param sites the instructions to choose from
 * @param every one of how many of them
 * @param offset which one
 * @param kind what the methods become
 */
record Choice(Sites sites, int every, int offset, Kind kind) {
    /** The instructions to choose from. */
    enum Sites {
        /** Calls, as await stands behind calls in source. */
        CALLS,
        /** Anything that control leaves for the next instruction; many of these places no compiler would write. */
        ALL
    }

    /** What methods become. */
    enum Kind {
        COROUTINE("Coroutine", "Async"),
        GENERATOR("Generator", "Yields"),
        ASYNC_GENERATOR("AsyncGenerator", "Async");

        private final String returned;
        private final String annotation;

        Kind(String returned, String annotation) {
            this.returned = returned;
            this.annotation = annotation;
        }

        /** The internal name of what they return, which has the intrinsics, too. */
        String returned() {
            return "dev/fermata/" + returned;
        }

        /** The descriptor of what marks them. */
        String annotation() {
            return "Ldev/fermata/" + annotation + ";";
        }
    }

    static Choice calls(int every, int offset) {
        return new Choice(Sites.CALLS, every, offset, Kind.COROUTINE);
    }

    static Choice all(int every, int offset) {
        return new Choice(Sites.ALL, every, offset, Kind.COROUTINE);
    }

    Choice in(Kind other) {
        return new Choice(sites, every, offset, other);
    }

    boolean takes(int index) {
        return index % every == offset % every;
    }

    @Override
    public String toString() {
        String place = sites == Sites.CALLS ? "call" : "instruction";
        return (every == 1 ? "every " + place : "every " + every + "th " + place + " from " + offset) + ", as "
                + kind.returned;
    }
}
