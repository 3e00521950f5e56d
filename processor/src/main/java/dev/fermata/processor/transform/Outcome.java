package dev.fermata.processor.transform;

import java.util.List;

/** What the transform of one class file came to. */
public sealed interface Outcome {
    /** Nothing in it is to be rewritten, or it was rewritten before. */
    record Unchanged() implements Outcome {}

    /**
     * It was rewritten.
     *
     * @param name the internal name of the class
     * @param bytes its new class file
     * @param extras the classes generated for it, in the order of its methods
     * @param nestHost the internal name of its nest host: if that is another class, its class file must name the extras as
     *     nest members, see {@link NestMembers}; if it is this class, it does already
     * @param outlines what became of its functions, in the order of its methods; empty unless {@link
     *     TransformOptions#outline} asked for it
     */
    record Transformed(
            String name, byte[] bytes, List<GeneratedClass> extras, String nestHost, List<FunctionOutline> outlines)
            implements Outcome {
        /** Copies the lists. */
        public Transformed {
            extras = List.copyOf(extras);
            outlines = List.copyOf(outlines);
        }

        /** One whose functions nobody asked about. */
        public Transformed(String name, byte[] bytes, List<GeneratedClass> extras, String nestHost) {
            this(name, bytes, extras, nestHost, List.of());
        }
    }

    /**
     * It cannot be rewritten; nothing of it must be written.
     *
     * @param rejections why, at least one, in the order of the class file
     */
    record Rejected(List<Rejection> rejections) implements Outcome {
        /** Copies the list. */
        public Rejected {
            rejections = List.copyOf(rejections);
        }
    }
}
