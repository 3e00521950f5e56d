package dev.fermata.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be written at a place: the variables that are in scope, the jumps that are legal, whether to await or to yield. */
final class Scope {
    /** What suspends here. */
    enum Mode {
        ASYNC,
        YIELDS,
        ASYNC_YIELDS,
        PLAIN
    }

    /** A label, which continue may name if it is that of a loop. */
    record Label(String name, boolean loop) {}

    /** A local class with a coroutine function {@code run(int)}. */
    record LocalClass(String name, Type result) {}

    private static final int DEEPEST = 5;

    private final List<Variable> variables = new ArrayList<>();
    private final List<LocalClass> localClasses = new ArrayList<>();
    private List<Label> labels = List.of();
    private Mode mode;
    private Mode returning;
    private int index;
    private String self;
    private @Nullable Type result;
    private @Nullable Type yielded;
    private boolean breaks;
    private boolean continues;
    private boolean generic;
    private boolean handled;
    private boolean outside;
    private boolean assigns = true;
    private boolean lambdas = true;
    private boolean returns = true;
    private int depth;

    private Scope(Mode mode, int index, String self, @Nullable Type result) {
        this.mode = mode;
        this.returning = mode;
        this.index = index;
        this.self = self;
        this.result = result;
    }

    /** That of the body of a function. */
    static Scope of(Function function, String self) {
        Mode mode = switch (function.form()) {
            case COROUTINE -> Mode.ASYNC;
            case GENERATOR -> Mode.YIELDS;
            case ASYNC_GENERATOR -> Mode.ASYNC_YIELDS;
        };
        Scope scope = new Scope(mode, function.index(), self, function.result());
        scope.generic = function.kind() == Function.Kind.GENERIC;
        return scope;
    }

    // ---- scopes within

    /** A block: what is declared in it is not seen outside. */
    Scope block() {
        Scope scope = new Scope(mode, index, self, result);
        scope.variables.addAll(variables);
        scope.localClasses.addAll(localClasses);
        scope.labels = labels;
        scope.returning = returning;
        scope.yielded = yielded;
        scope.breaks = breaks;
        scope.continues = continues;
        scope.generic = generic;
        scope.handled = handled;
        scope.outside = outside;
        scope.assigns = assigns;
        scope.lambdas = lambdas;
        scope.returns = returns;
        scope.depth = depth + 1;
        return scope;
    }

    /** The body of a loop. */
    Scope loop(@Nullable String label) {
        Scope scope = label == null ? block() : labelled(label, true);
        scope.breaks = true;
        scope.continues = true;
        return scope;
    }

    /** The arms of a switch statement. */
    Scope switched() {
        Scope scope = block();
        scope.breaks = true;
        return scope;
    }

    /** A statement with a label. */
    Scope labelled(String label, boolean loop) {
        Scope scope = block();
        scope.labels = new ArrayList<>(labels);
        scope.labels.add(new Label(label, loop));
        return scope;
    }

    /** A block that handlers, a finally or a monitor stand around: what is returned from it must not run later than they do. */
    Scope handled() {
        Scope scope = block();
        scope.handled = true;
        return scope;
    }

    /** The same with no jump out but a throw. */
    Scope withoutJumps() {
        Scope scope = block();
        scope.labels = List.of();
        scope.breaks = false;
        scope.continues = false;
        scope.returns = false;
        scope.yielded = null;
        return scope;
    }

    /** The arms of a switch expression. */
    Scope yielding(Type type) {
        Scope scope = withoutJumps();
        scope.yielded = type;
        return scope;
    }

    /** Code that holds a monitor: it may jump out, and not suspend. */
    Scope locked() {
        Scope scope = handled();
        scope.mode = Mode.PLAIN;
        return scope;
    }

    /** The body of a lambda or of a method of a class in here. */
    Scope captured(Mode bodyMode, @Nullable Type bodyResult) {
        Scope scope = withoutJumps();
        scope.variables.removeIf(variable -> !variable.fixed());
        scope.mode = bodyMode;
        scope.returning = bodyMode;
        scope.result = bodyResult;
        scope.returns = bodyResult != null;
        scope.generic = false;
        scope.handled = false;
        scope.assigns = true;
        return scope;
    }

    /** The same within a class, where this is another. */
    Scope inClass(String main) {
        Scope scope = block();
        scope.self = self.equals("this") ? main + ".this" : self;
        return scope;
    }

    /** A guard: it may assign nothing, and what it reads must not be assigned. */
    Scope guard() {
        Scope scope = withoutJumps();
        scope.mode = Mode.PLAIN;
        scope.variables.removeIf(variable -> !variable.fixed());
        scope.assigns = false;
        scope.lambdas = false;
        return scope;
    }

    // ---- what is declared

    void declare(Variable variable) {
        variables.add(variable);
    }

    void declare(LocalClass localClass) {
        localClasses.add(localClass);
    }

    List<Variable> variables(Type type) {
        return variables.stream().filter(variable -> variable.type() == type).toList();
    }

    List<Variable> assignable(Type type) {
        return variables(type).stream().filter(variable -> !variable.fixed()).toList();
    }

    List<LocalClass> localClasses(Type type) {
        return localClasses.stream().filter(local -> local.result() == type).toList();
    }

    // ---- what is legal

    List<Label> labels() {
        return labels;
    }

    boolean isAsync() {
        return mode == Mode.ASYNC || mode == Mode.ASYNC_YIELDS;
    }

    boolean isAsyncGenerator() {
        return mode == Mode.ASYNC_YIELDS;
    }

    boolean isGenerator() {
        return mode == Mode.YIELDS;
    }

    boolean isPlain() {
        return mode == Mode.PLAIN;
    }

    /** What a return returns: a coroutine, the end of a generator, or a plain value. */
    Mode returning() {
        return returning;
    }

    int index() {
        return index;
    }

    /** An expression for the object of the main class. */
    String self() {
        return self;
    }

    /** Whether that is this, so that its members have simple names, and super's can be called. */
    boolean isSelf() {
        return self.equals("this");
    }

    /** The type that a return returns, or null where none is legal. */
    @Nullable
    Type returned() {
        return returns ? result : null;
    }

    /** The type that a yield yields, or null where none is legal. */
    @Nullable
    Type yielded() {
        return yielded;
    }

    /** Whether a return returns a coroutine of a known type. */
    boolean returnsCoroutine() {
        return returned() != null && returning == Mode.ASYNC && !generic;
    }

    boolean breaks() {
        return breaks;
    }

    boolean continues() {
        return continues;
    }

    /** Whether the result is the parameter x, whose type is a variable. */
    boolean isGeneric() {
        return generic;
    }

    boolean isHandled() {
        return handled;
    }

    /** Whether private members of the main class are out of reach. */
    boolean isOutside() {
        return outside;
    }

    void setOutside() {
        outside = true;
    }

    boolean assigns() {
        return assigns;
    }

    boolean lambdas() {
        return lambdas;
    }

    boolean isDeep() {
        return depth > DEEPEST;
    }
}
