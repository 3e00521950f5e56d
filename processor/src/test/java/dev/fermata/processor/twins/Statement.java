package dev.fermata.processor.twins;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A statement of a {@link Program}: its name and its arguments, which are numbers, words, and blocks. */
record Statement(String name, List<Object> arguments) {
    int number(int at) {
        return (Integer) arguments.get(at);
    }

    /** The numbers from there on. */
    List<Integer> numbers(int from) {
        return arguments.stream().skip(from).map(Integer.class::cast).toList();
    }

    @SuppressWarnings("unchecked")
    List<Statement> block(int at) {
        return (List<Statement>) arguments.get(at);
    }

    /** The blocks of a program, by its number. */
    @SuppressWarnings("unchecked")
    static Parsed program(String text) {
        Deque<List<Object>> open = new ArrayDeque<>(List.of(new ArrayList<>()));
        for (String word : text.replace("(", " ( ").replace(")", " ) ").strip().split("\\s+")) {
            switch (word) {
                case "(" -> open.push(new ArrayList<>());
                case ")" -> {
                    Object ended = ended(open.pop());
                    open.element().add(ended);
                }
                default -> open.element().add(word.matches("-?\\d+") ? Integer.valueOf(word) : word);
            }
        }
        List<Object> program = (List<Object>) open.element().get(0);
        return new Parsed(
                (Integer) program.get(0),
                program.stream().skip(1).map(it -> (List<Statement>) it).toList());
    }

    private static Object ended(List<Object> elements) {
        return !elements.isEmpty() && elements.get(0) instanceof String name
                ? new Statement(name, elements.subList(1, elements.size()))
                : elements;
    }

    /** A program that was read. */
    record Parsed(int number, List<List<Statement>> functions) {}
}
