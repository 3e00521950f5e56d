package dev.fermata.processor.fuzz;

import java.util.List;

/** What all parts of the generator share: the dice, the names, the functions, and what is left to spend. */
final class Composer {
    final Dice dice;
    final String main;
    final boolean newer;
    final boolean fresh;
    final Literals literals;
    final Expressions expressions;
    final Operators operators;
    final Awaits awaits;
    final Calls calls;
    final Lambdas lambdas;
    final Assignments assignments;
    final SwitchExpressions switchExpressions;
    final Statements statements;
    final Loops loops;
    final Tries tries;
    final Jumps jumps;
    final Declarations declarations;
    private List<Function> functions = List.of();
    private int names;
    private int budget;

    /**
     * Makes one.
     *
     * @param newer whether the language is that of Java 21
     * @param fresh whether there are classes whose initialisation is part of the trace
     */
    Composer(Dice dice, String main, boolean newer, boolean fresh) {
        this.dice = dice;
        this.main = main;
        this.newer = newer;
        this.fresh = fresh;
        literals = new Literals(dice);
        expressions = new Expressions(this);
        operators = new Operators(this);
        awaits = new Awaits(this);
        calls = new Calls(this);
        lambdas = new Lambdas(this);
        assignments = new Assignments(this);
        switchExpressions = new SwitchExpressions(this);
        statements = new Statements(this);
        loops = new Loops(this);
        tries = new Tries(this);
        jumps = new Jumps(this);
        declarations = new Declarations(this);
    }

    /** A name that is not in use. */
    String name(String prefix) {
        return prefix + ++names;
    }

    List<Function> functions() {
        return functions;
    }

    void functions(List<Function> all) {
        functions = all;
    }

    /** Sets how many trees the next body may have, more or less. */
    void grant(int trees) {
        budget = trees;
    }

    void spend(int trees) {
        budget -= trees;
    }

    boolean isSpent() {
        return budget <= 0;
    }

    boolean canAfford(int trees) {
        return budget >= trees;
    }
}
