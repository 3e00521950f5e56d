package dev.fermata.processor.report;

import dev.fermata.processor.check.SourceOutline;
import dev.fermata.processor.check.SourceOutline.Form;
import dev.fermata.processor.check.SourceOutline.Function;
import dev.fermata.processor.check.SourceOutline.Suspends;
import dev.fermata.processor.check.SourceOutline.Verb;
import dev.fermata.processor.report.ReportedFunction.Suspension;
import dev.fermata.processor.transform.FunctionOutline;
import dev.fermata.processor.transform.analysis.Intrinsic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each function of the source what became of it. Methods have the same name on both sides. Lambdas have none in the
 * source: the lines of their code tell them apart, and for those of one line the numbers that javac gives their methods, in
 * the order of their ends up to some version and in that of their beginnings since. Which of the two it was is seen where one
 * lambda makes another.
 *
 * <p>Their suspensions are joined by line, verb, and what one instruction says of the operand. If that leaves a choice, as for
 * two calls of one method on one line, their order decides; a finally block has its suspensions several times in the code. If
 * the numbers do not fit, what the instruction says is given: less, but never wrong.
 */
final class Pairing {
    private final List<FunctionOutline> unpaired;

    private Pairing(List<FunctionOutline> outlines) {
        this.unpaired = new ArrayList<>(outlines);
        this.unpaired.sort(Comparator.comparingInt(Pairing::number));
    }

    static List<ReportedFunction> of(SourceOutline source, List<FunctionOutline> outlines) {
        Pairing pairing = new Pairing(outlines);
        Map<Function, FunctionOutline> pairs = new IdentityHashMap<>();
        for (Function function : source.functions()) {
            pairing.take(function).ifPresent(outline -> pairs.put(function, outline));
        }
        List<Function> lambdas = source.functions().stream()
                .filter(it -> it.form() == Form.LAMBDA)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!pairing.numbersOuterFirst()) {
            lambdas.sort(Comparator.comparingLong(Function::end));
        }
        for (FunctionOutline outline : pairing.unpaired) {
            Function lambda = closest(lambdas, outline);
            if (lambda != null) {
                lambdas.removeIf(it -> it == lambda);
                pairs.put(lambda, outline);
            }
        }
        List<ReportedFunction> functions = new ArrayList<>();
        for (Function function : source.functions()) {
            functions.add(function(source, function, Optional.ofNullable(pairs.get(function))));
        }
        return functions;
    }

    private boolean numbersOuterFirst() {
        return unpaired.stream()
                .anyMatch(outer -> unpaired.stream()
                        .anyMatch(inner -> inner.className().equals(outer.className())
                                && outer.lambdas().contains(inner.name())
                                && number(outer) < number(inner)));
    }

    /** The number at the end of javac's name for a lambda. */
    private static int number(FunctionOutline outline) {
        String digits = outline.name().substring(outline.name().lastIndexOf('$') + 1);
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException notALambda) {
            return 0;
        }
    }

    private Optional<FunctionOutline> take(Function function) {
        Optional<FunctionOutline> found = unpaired.stream()
                .filter(it -> it.className().equals(function.className())
                        && it.name().equals(function.name())
                        && it.descriptor().equals(function.descriptor()))
                .findFirst();
        found.ifPresent(unpaired::remove);
        return found;
    }

    private static @Nullable Function closest(List<Function> lambdas, FunctionOutline outline) {
        Function best = null;
        for (Function lambda : lambdas) {
            boolean around = lambda.className().equals(outline.className())
                    && outline.lines().stream()
                            .allMatch(line -> lambda.firstLine() <= line && line <= lambda.lastLine());
            if (around && (best == null || isCloser(lambda, best, outline))) {
                best = lambda;
            }
        }
        return best;
    }

    /** Of two that fit equally, the first in the order of javac's numbers. */
    private static boolean isCloser(Function lambda, Function best, FunctionOutline outline) {
        int strangers = strangers(lambda, outline) - strangers(best, outline);
        int lines = lines(lambda) - lines(best);
        return strangers < 0 || strangers == 0 && lines < 0;
    }

    private static int lines(Function function) {
        return function.lastLine() - function.firstLine();
    }

    /** How many suspensions of either side are not on the other. */
    private static int strangers(Function function, FunctionOutline outline) {
        long unwritten = outline.points().stream()
                .filter(point -> candidates(function, point).isEmpty())
                .count();
        long unmade = function.suspensions().stream()
                .filter(it -> outline.points().stream().noneMatch(point -> fits(it, point)))
                .count();
        return (int) (unwritten + unmade);
    }

    private static List<Suspends> candidates(Function function, FunctionOutline.Point point) {
        return function.suspensions().stream().filter(it -> fits(it, point)).toList();
    }

    private static boolean fits(Suspends written, FunctionOutline.Point point) {
        boolean sameOperand = written.operand().isEmpty()
                || point.operand().isEmpty()
                || written.operand().equals(point.operand());
        return written.verb() == verb(point.intrinsic())
                && written.firstLine() <= point.line()
                && point.line() <= written.lastLine()
                && sameOperand;
    }

    private static Verb verb(Intrinsic intrinsic) {
        return switch (intrinsic) {
            case AWAIT, AWAIT_STAGE, AWAIT_THROWING -> Verb.AWAIT;
            case SUSPEND -> Verb.SUSPEND;
            case YIELD, ASYNC_YIELD -> Verb.YIELD;
            case YIELD_FROM -> Verb.YIELD_FROM;
            case HAS_NEXT, NEXT, ADVANCE -> Verb.NEXT;
            case CLOSE -> Verb.CLOSE;
        };
    }

    private static ReportedFunction function(
            SourceOutline source, Function function, Optional<FunctionOutline> outline) {
        String className = function.className().replace('/', '.');
        int dot = source.className().lastIndexOf('.') + 1;
        String folder = source.className().substring(0, dot).replace('.', '/');
        String file = outline.map(FunctionOutline::sourceFile)
                .filter(name -> !name.isEmpty())
                .orElse(source.className().substring(dot) + ".java");
        return new ReportedFunction(
                id(className, function),
                className,
                function.name(),
                function.signature(),
                function.form(),
                function.kind(),
                folder + file,
                function.firstLine(),
                function.lastLine(),
                outline.map(it -> made(function, it)).orElseGet(() -> written(function)),
                outline,
                function.raised());
    }

    /** Parameters keep overloads apart; of their types the simple names do, nearly always. */
    private static String id(String className, Function function) {
        if (function.form() == Form.LAMBDA) {
            return className + "." + function.name() + ".lambda";
        }
        return className + "." + function.name() + Descriptors.simpleParameters(function.descriptor());
    }

    private static List<Suspension> written(Function function) {
        return function.suspensions().stream()
                .map(it -> new Suspension(0, it.lastLine(), it.verb(), it.text(), List.of()))
                .toList();
    }

    private static List<Suspension> made(Function function, FunctionOutline outline) {
        List<Suspension> suspensions = new ArrayList<>();
        for (FunctionOutline.Point point : outline.points()) {
            suspensions.add(new Suspension(
                    point.state(),
                    point.line(),
                    verb(point.intrinsic()),
                    operand(function, outline, point),
                    point.spilled()));
        }
        return suspensions;
    }

    private static String operand(Function function, FunctionOutline outline, FunctionOutline.Point point) {
        List<Suspends> candidates = candidates(function, point);
        if (candidates.stream().map(Suspends::text).distinct().count() == 1) {
            return candidates.get(0).text();
        }
        List<FunctionOutline.Point> rivals = outline.points().stream()
                .filter(it -> !candidates.isEmpty() && candidates(function, it).equals(candidates))
                .toList();
        return !candidates.isEmpty() && rivals.size() % candidates.size() == 0
                ? candidates.get(rivals.indexOf(point) % candidates.size()).text()
                : point.operand().orElse("");
    }
}
