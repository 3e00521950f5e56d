package dev.fermata.processor.transform.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The state machine of a function: which suspension may come after which. It is read off the code before it is rewritten, by
 * walking from each suspension point to the next ones. Unlike the control flow graph of the code it has no nodes but the
 * states, and so it stays small enough to be looked at.
 *
 * <p>An error that no handler of the function names may leave it at each point and is not part of the graph: it would be an
 * edge from everywhere.
 */
public final class StateGraph {
    /** The state of a function that has not started. */
    public static final int START = 0;

    /** The end of a function that returns. */
    public static final int RETURNED = -1;

    /** The end of a function that throws by a throw statement, or that of a finally block. */
    public static final int THROWN = -2;

    /**
     * How many transitions a function may have for each to be told apart: three for each of a thousand suspensions one after the
     * other. Where each of hundreds may follow each other there are tens of thousands, and the lines of all of them would be a
     * cube of the number of suspensions.
     */
    public static final int MOST_APART = 3_000;

    private final InsnList instructions;
    private final ControlFlow flow;
    private final MethodNode method;
    private final int[] lines;

    /** The instructions by which a target is reached: one of a suspension point, any number of the ends. */
    private final TreeMap<Integer, List<Integer>> targets = new TreeMap<>(StateGraph::compareTargets);

    /** Between suspension points without exceptions, and with them. */
    private final Ways calm;

    private final Ways all;

    private StateGraph(FunctionAnalysis analysis) {
        this.method = analysis.function().method();
        this.instructions = method.instructions;
        this.flow = new ControlFlow(method);
        this.lines = new int[instructions.size()];
        int line = 0;
        for (int index = 0; index < lines.length; index++) {
            if (instructions.get(index) instanceof LineNumberNode node) {
                line = node.line;
            }
            lines[index] = line;
        }
        BitSet last = new BitSet();
        for (SuspensionPoint point : analysis.points()) {
            int index = instructions.indexOf(point.call());
            last.set(index);
            target(targets.size() + 1, index);
        }
        for (int index = 0; index < lines.length; index++) {
            int opcode = instructions.get(index).getOpcode();
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN && !last.get(index)) {
                last.set(index);
                target(RETURNED, index);
            } else if (opcode == Opcodes.ATHROW
                    && !isCaught(index)) { // others may catch it, so that it goes on as well
                target(THROWN, index);
            }
        }
        int[] none = {};
        this.calm = new Ways(lines.length, index -> last.get(index) ? none : flow.successors(index));
        this.all = new Ways(lines.length, index -> last.get(index) ? none : successorsOf(index));
    }

    private void target(int state, int index) {
        targets.computeIfAbsent(state, it -> new ArrayList<>()).add(index);
    }

    private int[] successorsOf(int index) {
        int[] successors = flow.successors(index);
        return Throwing.mayThrow(instructions.get(index)) ? joined(successors, flow.handlers(index)) : successors;
    }

    private static int[] joined(int[] left, int[] right) {
        return IntStream.concat(IntStream.of(left), IntStream.of(right)).toArray();
    }

    /**
     * That some states may follow another.
     *
     * @param from {@link #START}, or the number of a suspension point
     * @param to the number of a suspension point, {@link #RETURNED} or {@link #THROWN}; several only in a function that has
     *     more than {@link #MOST_APART} transitions: then those from one state are told together
     * @param exceptional whether it takes an exception to get there
     * @param lines the lines of the code in between, in ascending order; none if the class file does not tell
     */
    public record Transition(int from, List<Integer> to, boolean exceptional, List<Integer> lines) {
        /** Copies the lists. */
        public Transition {
            to = List.copyOf(to);
            lines = List.copyOf(lines);
        }
    }

    /**
     * Finds the transitions of a function.
     *
     * @param analysis the function, not yet rewritten
     * @return them, by source and then by target, the ends last
     */
    public static List<Transition> of(FunctionAnalysis analysis) {
        return new StateGraph(analysis).transitions();
    }

    private List<Transition> transitions() {
        List<Region> regions = new ArrayList<>();
        regions.add(new Region(START, new int[] {0}, new int[] {0}));
        targets.forEach((state, ends) -> {
            if (state > START) {
                int[] next = flow.successors(ends.get(0));
                regions.add(new Region(state, next, joined(next, flow.handlers(ends.get(0)))));
            }
        });
        boolean apart = regions.stream().mapToInt(it -> it.targets().size()).sum() <= MOST_APART;
        return regions.stream()
                .flatMap(it -> (apart ? it.apart() : it.together()).stream())
                .toList();
    }

    /** States in their order, then the ends. */
    private static int compareTargets(int left, int right) {
        return left < 0 || right < 0 ? Integer.compare(right, left) : Integer.compare(left, right);
    }

    /** What can be reached from a state without going through a suspension point. */
    private final class Region {
        private final int state;
        private final BitSet calmly;
        private final BitSet anyhow;

        Region(int state, int[] next, int[] any) {
            this.state = state;
            this.calmly = calm.from(set(next));
            this.anyhow = all.from(set(any));
        }

        List<Integer> targets() {
            List<Integer> reached = new ArrayList<>();
            targets.forEach((target, ends) -> {
                if (meets(anyhow, ends)) {
                    reached.add(target);
                }
            });
            return reached;
        }

        List<Transition> apart() {
            return targets().stream().map(it -> to(List.of(it))).toList();
        }

        /** Two at most. */
        List<Transition> together() {
            Map<Boolean, List<Integer>> groups = new TreeMap<>();
            for (int target : targets()) {
                groups.computeIfAbsent(isExceptional(target), it -> new ArrayList<>())
                        .add(target);
            }
            return groups.values().stream().map(this::to).toList();
        }

        private Transition to(List<Integer> some) {
            BitSet calmEnds = new BitSet();
            BitSet otherEnds = new BitSet();
            for (int target : some) {
                BitSet reached = isCalm(target) ? calmly : anyhow;
                BitSet found = isCalm(target) ? calmEnds : otherEnds;
                ends(target).stream().filter(reached::get).forEach(found::set);
            }
            BitSet between = calm.to(calmEnds, calmly);
            between.or(all.to(otherEnds, anyhow));
            return new Transition(state, some, isExceptional(some.get(0)), linesOf(between));
        }

        private boolean isExceptional(int target) {
            return target == THROWN || !isCalm(target);
        }

        private boolean isCalm(int target) {
            return meets(calmly, ends(target));
        }
    }

    private List<Integer> ends(int target) {
        return targets.getOrDefault(target, List.of());
    }

    private static boolean meets(BitSet set, List<Integer> indexes) {
        return indexes.stream().anyMatch(set::get);
    }

    private static BitSet set(int[] indexes) {
        BitSet set = new BitSet();
        IntStream.of(indexes).forEach(set::set);
        return set;
    }

    private List<Integer> linesOf(BitSet code) {
        TreeSet<Integer> found = new TreeSet<>();
        code.stream()
                .filter(it -> instructions.get(it).getOpcode() >= 0 && lines[it] > 0)
                .forEach(it -> found.add(lines[it]));
        return List.copyOf(found);
    }

    /** Whether what an instruction throws finds a handler in the function, whatever it is. */
    private boolean isCaught(int index) {
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            boolean covers = instructions.indexOf(block.start) <= index && index < instructions.indexOf(block.end);
            if (covers && (block.type == null || block.type.equals("java/lang/Throwable"))) {
                return true;
            }
        }
        return false;
    }
}
