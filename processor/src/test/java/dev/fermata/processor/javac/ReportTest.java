package dev.fermata.processor.javac;

import static dev.fermata.processor.javac.ReportedProject.SIMPLE;
import static dev.fermata.processor.javac.ReportedProject.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code -Afermata.report} says of functions. */
final class ReportTest {
    @TempDir
    Path root;

    private ReportedProject reported;

    @BeforeEach
    void begin() {
        reported = new ReportedProject(root);
    }

    @Test
    void json_tellsAllOfAFunction() throws Exception {
        assertThat(reported.report("out.json", SIMPLE)).isEqualTo("""
                {
                  "version": 2,
                  "functions": [
                    {
                      "id": "a.Foo.one(int)",
                      "class": "a.Foo",
                      "name": "one",
                      "signature": "Coroutine<Integer> one(int n)",
                      "form": "method",
                      "kind": "coroutine",
                      "source": "a/Foo.java",
                      "firstLine": 3,
                      "lastLine": 10,
                      "rewritten": true,
                      "frame": {
                        "class": "a.Foo$one$Coroutine",
                        "estimatedBytes": 40,
                        "fields": [
                          {
                            "name": "receiver",
                            "type": "a.Foo"
                          },
                          {
                            "name": "s0",
                            "type": "int"
                          },
                          {
                            "name": "s1",
                            "type": "int"
                          },
                          {
                            "name": "s2",
                            "type": "int"
                          }
                        ]
                      },
                      "suspensions": [
                        {
                          "state": 1,
                          "line": 7,
                          "verb": "await",
                          "operand": "one(i)",
                          "spilled": [
                            {
                              "name": null,
                              "type": "int",
                              "field": "s0"
                            },
                            {
                              "name": "n",
                              "type": "int",
                              "field": "s1"
                            },
                            {
                              "name": "i",
                              "type": "int",
                              "field": "s2"
                            }
                          ]
                        }
                      ],
                      "spilled": [
                        {
                          "name": null,
                          "type": "int",
                          "states": [1]
                        },
                        {
                          "name": "n",
                          "type": "int",
                          "states": [1]
                        },
                        {
                          "name": "i",
                          "type": "int",
                          "states": [1]
                        }
                      ],
                      "transitions": [
                        {
                          "from": "start",
                          "to": [1],
                          "exceptional": false,
                          "lines": [[5, 7]]
                        },
                        {
                          "from": "start",
                          "to": ["return"],
                          "exceptional": false,
                          "lines": [[5, 6], [9, 9]]
                        },
                        {
                          "from": 1,
                          "to": [1],
                          "exceptional": false,
                          "lines": [[6, 7]]
                        },
                        {
                          "from": 1,
                          "to": ["return"],
                          "exceptional": false,
                          "lines": [[6, 9]]
                        }
                      ],
                      "checks": []
                    }
                  ],
                  "otherChecks": []
                }
                """);
    }

    @Test
    void operands_areThoseOfTheirOwnFunction_inLambdasNestedAwaitsAndFinally() throws Exception {
        String json = reported.report("out.json", """
                class Foo {
                    interface Body { @Async Coroutine<Integer> run(); }
                    @Async Coroutine<Integer> get(int n) { return Coroutine.result(n); }
                    void lambdas() {
                        Body a = () -> Coroutine.result(await(get(1))), b = () -> Coroutine.result(await(get(2)));
                        Body out = () -> { Body in = () -> Coroutine.result(await(get(3))); return Coroutine.result(await(get(4)) + await(in.run())); };
                    }
                    @Async Coroutine<Integer> nested() {
                        return Coroutine.result(await(get(await(get(5)) + await(get(6)))));
                    }
                    @Async Coroutine<Integer> last(int n) {
                        try {
                            if (n > 3) {
                                return Coroutine.result(7);
                            }
                        } finally {
                            await(get(8)); await(get(9));
                        }
                        return Coroutine.result(0);
                    }
                }
                """);

        assertThat(values(json, "operand"))
                .containsExactly(
                        "\"get(1)\"",
                        "\"get(2)\"",
                        "\"get(4)\"",
                        "\"in.run()\"",
                        "\"get(3)\"",
                        "\"get(5)\"",
                        "\"get(6)\"",
                        "\"get(await(get(5)) + await(get(6)))\"",
                        "\"get(8)\"",
                        "\"get(9)\"",
                        "\"get(8)\"",
                        "\"get(9)\"",
                        "\"get(8)\"",
                        "\"get(9)\"");
    }

    @Test
    void lambdasOnOneLine_keepTheirOwnVariables() throws Exception {
        String json = reported.report("out.json", """
                class Foo {
                    interface Body { @Async Coroutine<Integer> run(Integer n); }
                    @Async Coroutine<Integer> get(int n) { return Coroutine.result(n); }
                    Body a = p -> Coroutine.result(await(get(1)).compareTo(p)), b = q -> Coroutine.result(await(get(2)).compareTo(q));
                    Body out = r -> { Body in = t -> Coroutine.result(await(get(3)).compareTo(t)); return Coroutine.result(await(get(4)).compareTo(r)); };
                }
                """);

        for (String name : List.of("p", "q", "r", "t")) {
            String function = json.substring(json.indexOf("Body (" + name + ")"));
            String suspension = function.substring(function.indexOf("suspensions"), function.indexOf("transitions"));
            assertThat(suspension).contains("\"name\": \"" + name + "\"");
            for (String other : List.of("p", "q", "r", "t")) {
                if (!other.equals(name)) {
                    assertThat(suspension).doesNotContain("\"name\": \"" + other + "\"");
                }
            }
        }
    }

    @Test
    void kinds_areToldApart() throws Exception {
        String json = reported.report("out.json", """
                class Foo {
                    interface Body { @Async Coroutine<Integer> run(Integer n); }
                    @Async Coroutine<Integer> method(AsyncGenerator<Integer> all) {
                        int sum = 0;
                        for (int n : all) { sum += n; }
                        return Coroutine.result(sum);
                    }
                    @Yields Generator<Integer> generator() { Generator.yield(1); return Generator.end(); }
                    @Async AsyncGenerator<Integer> asyncGenerator(int n) { AsyncGenerator.yield(n); return AsyncGenerator.end(); }
                    Body lambda = n -> Coroutine.result(n);
                    Body anonymous = new Body() {
                        public Coroutine<Integer> run(Integer n) { return Coroutine.result(await(lambda.run(n))); }
                    };
                }
                """);

        assertThat(values(json, "id"))
                .containsExactly(
                        "\"a.Foo.method(AsyncGenerator)\"",
                        "\"a.Foo.generator()\"",
                        "\"a.Foo.asyncGenerator(int)\"",
                        "\"a.Foo.lambda.lambda\"",
                        "\"a.Foo$1.run(Integer)\"");
        assertThat(values(json, "form"))
                .containsExactly("\"method\"", "\"method\"", "\"method\"", "\"lambda\"", "\"anonymousMethod\"");
        assertThat(values(json, "kind"))
                .containsExactly(
                        "\"coroutine\"", "\"generator\"", "\"asyncGenerator\"", "\"coroutine\"", "\"coroutine\"");
        assertThat(values(json, "verb")).containsExactly("\"next\"", "\"yield\"", "\"yield\"", "\"await\"");
        assertThat(values(json, "operand")).containsExactly("\"all\"", "\"1\"", "\"n\"", "\"lambda.run(n)\"");
        assertThat(json).doesNotContain("\"rewritten\": false");
    }

    @Test
    void exceptions_leadToHandlersAndToTheEnd() throws Exception {
        String json = reported.report("out.json", """
                class Foo {
                    @Async Coroutine<Integer> get(int n) { return Coroutine.result(n); }
                    @Async Coroutine<Integer> tried(int n) {
                        try {
                            await(get(n));
                        } catch (IllegalStateException e) {
                            await(get(0));
                            throw e;
                        }
                        return Coroutine.result(n);
                    }
                }
                """);

        String transitions = json.substring(json.indexOf("tried(int)"));
        assertThat(values(transitions, "from")).containsExactly("\"start\"", "\"start\"", "1", "1", "2");
        assertThat(values(transitions, "to")).containsExactly("[1]", "[2]", "[2]", "[\"return\"]", "[\"throw\"]");
        assertThat(values(transitions, "exceptional")).containsExactly("false", "true", "true", "false", "true");
    }

    /** More than are drawn, so that what may follow a state is told at once. */
    @Test
    void transitionsOfManySkippableAwaits_areToldByTheirSource() throws Exception {
        String json = reported.report("out.json", skippable(80));

        String transitions = json.substring(json.indexOf("transitions", json.indexOf("many(int)")));
        List<String> targets = values(transitions, "to");
        assertThat(values(transitions, "from"))
                .hasSize(2 * 81)
                .startsWith("\"start\"", "\"start\"", "1", "1", "2", "2")
                .endsWith("79", "79", "80", "80");
        assertThat(values(transitions, "exceptional")).startsWith("false", "true", "false", "true");
        assertThat(targets.get(0)).startsWith("[1, 2, 3, ").endsWith(", 79, 80, \"return\"]");
        assertThat(targets.get(1)).isEqualTo("[\"throw\"]");
        assertThat(targets.get(targets.size() - 4)).isEqualTo("[80, \"return\"]");
        assertThat(targets.get(targets.size() - 2)).isEqualTo("[\"return\"]");
        assertThat(values(transitions, "lines")) // the throw statement is at 246, and leads to no state
                .startsWith("[[5, 245], [248, 248]]")
                .endsWith(
                        "[[240, 245], [248, 248]]",
                        "[[240, 242], [245, 246]]",
                        "[[243, 245], [248, 248]]",
                        "[[243, 246]]");
    }

    /** The square of that number of pairs of states, and the lines of each pair would be its cube. */
    @Test
    void fourHundredSkippableAwaits_takeASquareOfBytes_notACube() throws Exception {
        int small = reported.report("out.json", skippable(200)).length();
        int large = reported.report("out.json", skippable(400)).length();

        assertThat(large).isLessThan(2_000_000).isLessThan(5 * small);
    }

    /** As many as are told apart, each with its lines. */
    @Test
    void asManySkippableAwaitsAsAreToldApart_takeNoMoreThanHundredsDo() throws Exception {
        assertThat(reported.report("out.json", skippable(74)).length()).isLessThan(2_000_000);
    }

    private static String skippable(int count) {
        String step = """
                if (n > 3) {
                    n += await(get(n));
                }
                """;
        return """
                class Foo {
                    @Async Coroutine<Integer> get(int n) { return Coroutine.result(n); }
                    @Async Coroutine<Integer> many(int n) {
                """ + step.repeat(count) + """
                        if (n < 0) {
                            throw new IllegalStateException();
                        }
                        return Coroutine.result(n);
                    }
                }
                """;
    }
}
