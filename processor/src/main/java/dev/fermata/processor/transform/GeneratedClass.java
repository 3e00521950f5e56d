package dev.fermata.processor.transform;

/**
 * A class that the transform made: the coroutine class of one function.
 *
 * @param name its internal name
 * @param bytes its class file
 */
public record GeneratedClass(String name, byte[] bytes) {}
