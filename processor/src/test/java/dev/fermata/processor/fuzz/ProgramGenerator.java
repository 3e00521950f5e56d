package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a program of a seed: the same one on every machine. */
final class ProgramGenerator {
    private static final String IMPORTS = """
            package fuzz.programs;

            import static dev.fermata.Coroutine.await;
            import static dev.fermata.Coroutine.result;
            import static dev.fermata.Coroutine.suspend;

            import dev.fermata.*;
            import fuzz.kit.*;
            import java.util.List;
            import shapes.kit.*;
            """;

    private static final List<Function.Kind> GENERATOR_KINDS = List.of(
            Function.Kind.STATIC,
            Function.Kind.INSTANCE,
            Function.Kind.PRIVATE,
            Function.Kind.INHERITED,
            Function.Kind.INTERFACE_STATIC,
            Function.Kind.NESTED,
            Function.Kind.RECORD);

    private final long seed;
    private final Dice dice;
    private final String main;
    private final Composer composer;
    private final FunctionWriter writer;
    private final int size;

    private ProgramGenerator(long seed, boolean newer) {
        this.seed = seed;
        dice = new Dice(seed);
        main = "P" + Long.toUnsignedString(seed);
        composer = new Composer(dice, main, newer && dice.percent(60), dice.percent(12));
        writer = new FunctionWriter(composer);
        size = dice.pick(6, 8, 12, 12, 18, 36);
    }

    /**
     * Makes the program.
     *
     * @param newer whether the language is that of Java 21
     */
    static Program of(long seed, boolean newer) {
        return new ProgramGenerator(seed, newer).program();
    }

    private Program program() {
        List<Function> functions = functions();
        composer.functions(functions);
        List<Member> inMain = new ArrayList<>();
        List<Member> inBase = new ArrayList<>();
        List<Member> inInterface = new ArrayList<>();
        for (Function function : functions) {
            composer.grant(size);
            switch (function.kind()) {
                case INHERITED -> inBase.add(writer.of(function));
                case DEFAULT, INTERFACE_STATIC, INTERFACE_PRIVATE -> inInterface.add(writer.of(function));
                case OVERRIDE -> {
                    inMain.add(writer.of(function));
                    composer.grant(size / 2);
                    inBase.add(writer.overridden(function));
                }
                default -> inMain.add(writer.of(function));
            }
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Text(IMPORTS));
        parts.addAll(declaration(Construct.CLASS_BASE, "\nabstract class " + main + "Base {", inBase));
        parts.addAll(declaration(Construct.CLASS_INTERFACE, "\ninterface " + main + "Itf {", inInterface));
        for (int i = 0; composer.fresh && i < 3; i++) {
            parts.add(initialised(i));
        }
        String text = Stream.of(inMain, inBase, inInterface)
                .flatMap(List::stream)
                .map(Printer::print)
                .collect(Collectors.joining());
        List<Member> all = new ArrayList<>(frame(functions.get(0), text));
        all.addAll(inMain);
        String head = "\npublic class " + main + " extends " + main + "Base implements " + main + "Itf {";
        parts.addAll(declaration(Construct.CLASS_MAIN, head, all));
        return new Program(seed, main, parts);
    }

    private List<Function> functions() {
        List<Function> functions = new ArrayList<>();
        int count = dice.pick(2, 2, 2, 3, 3, 4);
        for (int i = 0; i < count; i++) {
            boolean again = i > 0 && functions.get(i - 1).form() == Function.Form.GENERATOR && dice.percent(60);
            Function.Form form = i == 0
                    ? Function.Form.COROUTINE
                    : again
                            ? Function.Form.GENERATOR
                            : dice.percent(66)
                                    ? Function.Form.COROUTINE
                                    : dice.pick(Function.Form.GENERATOR, Function.Form.ASYNC_GENERATOR);
            boolean yields = form != Function.Form.COROUTINE;
            Function.Kind kind = i == 0
                    ? dice.pick(Function.Kind.INSTANCE, Function.Kind.STATIC, Function.Kind.OVERRIDE)
                    : yields
                            ? dice.pick(GENERATOR_KINDS)
                            : dice.percent(15) ? Function.Kind.INSTANCE : dice.pick(Function.Kind.values());
            boolean lambda = kind == Function.Kind.FIELD_LAMBDA;
            List<Type> parameters = lambda
                    ? List.of(Type.INT, Type.LONG)
                    : dice.percent(20)
                            ? List.of(Type.INT)
                            : IntStream.range(0, dice.pick(0, 1, 1, 2, 3))
                                    .mapToObj(p -> dice.pick(Type.often()))
                                    .toList();
            Type result = yields ? Type.OBJECT : dice.pick(Type.RESULTS);
            functions.add(new Function(i, lambda ? "run" : "f" + i, kind, form, result, parameters));
        }
        return functions;
    }

    private List<Part> declaration(Construct construct, String head, List<Member> members) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Text(head));
        parts.add(new Member(construct, List.copyOf(members)));
        parts.add(new Text("\n}\n"));
        return parts;
    }

    /** What every main class has: the fields that are used, the beginning, and the end that shows what became of the fields. */
    private List<Member> frame(Function first, String text) {
        List<Member> members = new ArrayList<>();
        members.add(Member.of(Construct.FRAME, "static Tape tape = Tape.current();"));
        members.add(Member.of(Construct.FRAME, main + " me(Object o) { tape.note(Kit.text(o)); return this; }"));
        List<Type> types = Stream.of(Type.values())
                .filter(type -> Pattern.compile("\\b[fs]" + type.tag() + "\\b")
                        .matcher(text)
                        .find())
                .toList();
        List<Stmt> reset = new ArrayList<>(List.of(Stmt.of(Construct.FRAME, "tape = Tape.current();")));
        List<Stmt> shown = new ArrayList<>();
        for (Type type : types) {
            String names = type.tag();
            members.add(Member.of(Construct.FRAME, type.source() + " f" + names + " = #;", composer.literals.of(type)));
            members.add(Member.of(Construct.FRAME, "static " + type.source() + " s" + names + ";"));
            reset.add(Stmt.of(Construct.FRAME, "s" + names + " = #;", composer.literals.of(type)));
            shown.add(Stmt.of(Construct.FRAME, "tape.log(\"" + names + "\", self.f" + names + ", s" + names + ");"));
        }
        members.add(Member.of(Construct.FRAME, "static void reset() #", Block.of(reset)));
        String arguments = first.parameters().stream()
                .map(type -> composer.literals.of(type))
                .map(Printer::print)
                .collect(Collectors.joining(", "));
        String receiver = first.kind() == Function.Kind.STATIC ? "" : "self.";
        if (first.kind().takesSelf()) {
            arguments += (arguments.isEmpty() ? "" : ", ") + "self";
        }
        Stmt call = Stmt.of(
                Construct.FRAME, "tape.log(\"round\", await(" + receiver + first.name() + "(" + arguments + ")));");
        Stmt round = Stmt.of(
                Construct.FRAME, "try # catch (Exception e) { tape.log(\"caught\", e); }", Block.of(List.of(call)));
        List<Stmt> body = List.of(
                Stmt.of(Construct.FRAME, "reset();"),
                Stmt.of(Construct.FRAME, "final " + main + " self = new " + main + "();"),
                Stmt.of(
                        Construct.FRAME,
                        "try # finally #",
                        Block.of(List.of(Stmt.of(
                                Construct.FRAME,
                                "for (int round = 0; round < 2; round++) #",
                                Block.of(List.of(round))))),
                        Block.of(shown)),
                Stmt.of(Construct.FRAME, "return result((Object) \"end\");").completing(false));
        members.add(Member.of(
                Construct.FRAME, "@Async public static Coroutine<Object> main() throws Exception #", Block.of(body)));
        return members;
    }

    /** A class whose initialisation leaves a line, or fails. */
    private Member initialised(int number) {
        String name = main + "Init" + number;
        String words = String.format(
                Locale.ROOT,
                "class %1$s { static int count; static { Tape.current().log(\"init %2$d\"); %3$s} final int v;"
                        + " %1$s(int v, Object o) { this.v = v + count++; Tape.current().log(\"made\", v, o); }"
                        + " @Override public String toString() { return \"I\" + v; } }\n",
                name,
                number,
                number == 2 ? "if (Tape.current().points() % 5 == 4) { throw new Mishap(\"init\"); } " : "");
        return Member.of(Construct.CLASS_INITIALISED, words);
    }
}
