/**
 * What a user of Fermata writes: the programs of the founding article, each a class with a main method of its own, and a
 * small crawler. May touch: what the runtime exports, but not {@code dev.fermata.machine}.
 */
package dev.fermata.demo;
