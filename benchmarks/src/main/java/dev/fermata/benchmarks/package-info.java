/**
 * What Fermata costs, measured with JMH. Classes carry the names of the workloads of the peers' benchmark, so that they can be
 * run in turn with them; each checks the result of its workload. Times are for reading side by side, never for a test.
 */
package dev.fermata.benchmarks;
