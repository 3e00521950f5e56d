package dev.fermata.processor.fuzz;

/** Words that stand as they are. */
record Text(String text) implements Part {}
