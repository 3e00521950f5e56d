package dev.fermata.processor.realcode;

import dev.fermata.processor.transform.ClassLookup;
import dev.fermata.processor.transform.Outcome;
import dev.fermata.processor.transform.TransformOptions;
import dev.fermata.processor.transform.Transformer;

/** What is proved: the transform, or in tests of the proof itself one that was damaged on purpose. */
interface Engine {
    Outcome transform(byte[] classFile);

    /** The transform, which gets no help from other classes: async code is marked in each. */
    static Engine of(TransformOptions options) {
        ClassLookup nothing = new ClassLookup() {
            @Override
            public boolean isAsyncInterface(String interfaceName) {
                return false;
            }

            @Override
            public boolean isAsyncMethod(String owner, String name, String descriptor) {
                return false;
            }

            @Override
            public boolean isSubclass(String name, String base) {
                return false;
            }
        };
        return classFile -> Transformer.transform(classFile, nothing, options);
    }
}
