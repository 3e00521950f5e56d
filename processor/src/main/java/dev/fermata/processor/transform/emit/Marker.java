package dev.fermata.processor.transform.emit;

import dev.fermata.processor.transform.analysis.AbiNames;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;

/** The annotation on each class that was written. */
final class Marker {
    private Marker() {}

    static void visit(ClassVisitor visitor) {
        AnnotationVisitor marker = visitor.visitAnnotation(AbiNames.TRANSFORMED_DESCRIPTOR, true);
        marker.visit("format", AbiNames.FORMAT);
        marker.visitEnd();
    }
}
