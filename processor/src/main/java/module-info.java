/** Checks and rewrites {@code @Async} methods while javac compiles them. */
@org.jspecify.annotations.NullMarked
module dev.fermata.processor {
    requires com.palantir.javapoet;
    requires java.compiler;
    requires java.instrument;
    requires jdk.compiler;
    requires org.objectweb.asm;
    requires org.objectweb.asm.tree;
    requires org.objectweb.asm.tree.analysis;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides com.sun.source.util.Plugin with
            dev.fermata.processor.javac.Guard;
    provides javax.annotation.processing.Processor with
            dev.fermata.processor.javac.FermataOptions,
            dev.fermata.processor.javac.FermataProcessor;
}
