package dev.fermata.processor.report;

import java.util.ArrayList;
import java.util.List;

/** Descriptors (JVMS 4.3) for people. */
final class Descriptors {
    private Descriptors() {}

    /** Returns the parameters of a method by the simple names of their types: {@code (String,int[])}. */
    static String simpleParameters(String descriptor) {
        List<String> names = new ArrayList<>();
        int index = 1;
        while (descriptor.charAt(index) != ')') {
            int dimensions = 0;
            while (descriptor.charAt(index) == '[') {
                dimensions++;
                index++;
            }
            int end = descriptor.charAt(index) == 'L' ? descriptor.indexOf(';', index) : index;
            names.add(simpleName(descriptor, index, end) + "[]".repeat(dimensions));
            index = end + 1;
        }
        return "(" + String.join(",", names) + ")";
    }

    private static String simpleName(String descriptor, int start, int end) {
        return switch (descriptor.charAt(start)) {
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'S' -> "short";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'F' -> "float";
            case 'D' -> "double";
            default -> simpleName(descriptor.substring(start + 1, end));
        };
    }

    private static String simpleName(String internalName) {
        return internalName.substring(Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$')) + 1);
    }
}
