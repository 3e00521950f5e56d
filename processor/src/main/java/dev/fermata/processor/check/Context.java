package dev.fermata.processor.check;

import com.sun.source.util.TreePath;
import org.jspecify.annotations.Nullable;

/**
 * Code that is run as one: a body, a lambda, an initialiser. Each lambda and each class body starts a new one, which
 * inherits nothing from the code around it; arguments of {@code new X(..) { }}, lock expressions, selectors and resources
 * belong to the code around.
 *
 * @param place what it is the code of
 * @param kind what the code may do
 * @param path the tree of the place
 * @param outer the context that this one is written in, if any
 */
record Context(
        Place place, CodeKind kind, TreePath path, @Nullable Context outer) {}
