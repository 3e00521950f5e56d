package dev.fermata.statements;

import java.util.Optional;

/**
 * A rule of asyncio that can be tested.
 *
 * @param number its number, which tests name
 * @param rule what holds, in Java's words
 * @param absence why no test holds it, if none has to
 */
record Statement(int number, String rule, Optional<String> absence) {}
