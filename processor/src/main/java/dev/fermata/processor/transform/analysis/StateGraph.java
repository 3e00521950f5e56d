package dev.fermata.processor.transform.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
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

    private final InsnList instructions;
    private final ControlFlow flow;
    private final MethodNode method;
    private final Map<Integer, Integer> states = new HashMap<>();
    private final int[] lines;

    private StateGraph(FunctionAnalysis analysis) {
        this.method = analysis.function().method();
        this.instructions = method.instructions;
        this.flow = new ControlFlow(method);
        this.lines = new int[instructions.size()];
        for (SuspensionPoint point : analysis.points()) {
            states.put(instructions.indexOf(point.call()), states.size() + 1);
        }
        int line = 0;
        for (int index = 0; index < lines.length; index++) {
            if (instructions.get(index) instanceof LineNumberNode node) {
                line = node.line;
            }
            lines[index] = line;
        }
    }

    /**
     * That one state may follow another.
     *
     * @param from {@link #START}, or the number of a suspension point
     * @param to the number of a suspension point, {@link #RETURNED} or {@link #THROWN}
     * @param exceptional whether it takes an exception to get there
     * @param lines the lines of the code in between, in ascending order; none if the class file does not tell
     */
    public record Transition(int from, int to, boolean exceptional, List<Integer> lines) {
        /** Copies the list. */
        public Transition {
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
        StateGraph graph = new StateGraph(analysis);
        List<Transition> transitions = new ArrayList<>();
        graph.from(START, List.of(0), List.of(0), transitions);
        new TreeMap<>(graph.byState()).forEach((state, index) -> {
            List<Integer> next = boxed(graph.flow.successors(index));
            List<Integer> any = new ArrayList<>(next);
            any.addAll(boxed(graph.flow.handlers(index)));
            graph.from(state, next, any, transitions);
        });
        return transitions;
    }

    private Map<Integer, Integer> byState() {
        Map<Integer, Integer> indexes = new HashMap<>();
        states.forEach((index, state) -> indexes.put(state, index));
        return indexes;
    }

    private void from(int state, List<Integer> next, List<Integer> any, List<Transition> transitions) {
        Region normal = new Region(next, false);
        Region all = new Region(any, true);
        Map<Integer, Transition> byTarget = new TreeMap<>(StateGraph::compareTargets);
        all.ends.forEach((to, indexes) -> byTarget.put(to, new Transition(state, to, true, all.linesTo(indexes))));
        normal.ends.forEach(
                (to, indexes) -> byTarget.put(to, new Transition(state, to, to == THROWN, normal.linesTo(indexes))));
        transitions.addAll(byTarget.values());
    }

    /** States in their order, then the ends. */
    private static int compareTargets(int left, int right) {
        return left < 0 || right < 0 ? Integer.compare(right, left) : Integer.compare(left, right);
    }

    private static List<Integer> boxed(int[] indexes) {
        return IntStream.of(indexes).boxed().toList();
    }

    /** What can be reached without going through a suspension point. */
    private final class Region {
        final BitSet reached = new BitSet();
        final Map<Integer, List<Integer>> ends = new HashMap<>();
        private final Map<Integer, List<Integer>> predecessors = new HashMap<>();

        Region(Collection<Integer> start, boolean exceptions) {
            Deque<Integer> queue = new ArrayDeque<>(start);
            start.forEach(reached::set);
            while (!queue.isEmpty()) {
                int index = queue.remove();
                Integer state = states.get(index);
                int opcode = instructions.get(index).getOpcode();
                if (state != null) {
                    end(state, index);
                    continue;
                }
                if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                    end(RETURNED, index);
                    continue;
                }
                if (opcode == Opcodes.ATHROW && !isCaught(index)) {
                    end(THROWN, index);
                }
                for (int successor : flow.successors(index)) {
                    visit(index, successor, queue);
                }
                if (exceptions && Throwing.mayThrow(instructions.get(index))) {
                    for (int handler : flow.handlers(index)) {
                        visit(index, handler, queue);
                    }
                }
            }
        }

        private void visit(int from, int to, Deque<Integer> queue) {
            predecessors.computeIfAbsent(to, it -> new ArrayList<>()).add(from);
            if (!reached.get(to)) {
                reached.set(to);
                queue.add(to);
            }
        }

        private void end(int state, int index) {
            ends.computeIfAbsent(state, it -> new ArrayList<>()).add(index);
        }

        List<Integer> linesTo(List<Integer> targets) {
            BitSet seen = new BitSet();
            Deque<Integer> queue = new ArrayDeque<>(targets);
            targets.forEach(seen::set);
            TreeSet<Integer> found = new TreeSet<>();
            while (!queue.isEmpty()) {
                int index = queue.remove();
                if (instructions.get(index).getOpcode() >= 0 && lines[index] > 0) {
                    found.add(lines[index]);
                }
                for (int predecessor : predecessors.getOrDefault(index, List.of())) {
                    if (!seen.get(predecessor)) {
                        seen.set(predecessor);
                        queue.add(predecessor);
                    }
                }
            }
            return List.copyOf(found);
        }
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
