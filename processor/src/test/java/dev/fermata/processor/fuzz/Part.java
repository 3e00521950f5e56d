package dev.fermata.processor.fuzz;

/** What the text of a program is made of. */
sealed interface Part permits Text, Tree {}
