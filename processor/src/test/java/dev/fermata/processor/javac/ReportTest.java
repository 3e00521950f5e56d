package dev.fermata.processor.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code -Afermata.report} writes. */
final class ReportTest {
    private static final String IMPORTS =
            "import static dev.fermata.Coroutine.await; import dev.fermata.*; import java.util.*;\n";

    @TempDir
    Path root;

    private Project project;

    @BeforeEach
    void begin() {
        project = new Project(root);
    }

    private Path file(String name) {
        return root.resolve(name);
    }

    private Project.Compiled compile(String file, String... options) {
        project.processors(new FermataOptions(), new FermataProcessor());
        String[] all = new String[options.length + 2];
        all[0] = "-g";
        all[1] = "-Afermata.report=" + file(file);
        System.arraycopy(options, 0, all, 2, options.length);
        return project.javac(all);
    }

    private String report(String file, String text) throws Exception {
        project.source("a/Foo.java", "package a; " + IMPORTS + text);
        Project.Compiled compiled = compile(file);
        assertThat(compiled.errors()).isEmpty();
        return Files.readString(file(file));
    }

    /** The values of a member that occurs several times, in order. */
    private static List<String> values(String json, String member) {
        return Pattern.compile("\"" + member + "\": (.+?),?\n")
                .matcher(json)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private static final String SIMPLE = """
            class Foo {
                @Async
                Coroutine<Integer> one(int n) {
                    int sum = n;
                    for (int i = 0; i < n; i++) {
                        sum += await(one(i));
                    }
                    return Coroutine.result(sum);
                }
            }
            """;

    @Test
    void json_tellsAllOfAFunction() throws Exception {
        assertThat(report("out.json", SIMPLE)).isEqualTo("""
                {
                  "version": 1,
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
                          "to": 1,
                          "exceptional": false,
                          "lines": [5, 6, 7]
                        },
                        {
                          "from": "start",
                          "to": "return",
                          "exceptional": false,
                          "lines": [5, 6, 9]
                        },
                        {
                          "from": 1,
                          "to": 1,
                          "exceptional": false,
                          "lines": [6, 7]
                        },
                        {
                          "from": 1,
                          "to": "return",
                          "exceptional": false,
                          "lines": [6, 7, 9]
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
        String json = report("out.json", """
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
        String json = report("out.json", """
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
        String json = report("out.json", """
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
        String json = report("out.json", """
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
        assertThat(values(transitions, "to")).containsExactly("1", "2", "2", "\"return\"", "\"throw\"");
        assertThat(values(transitions, "exceptional")).containsExactly("false", "true", "true", "false", "true");
    }

    private static final String WRONG = """
            class Foo {
                int total;
                @Async Coroutine<Integer> get() { return Coroutine.result(1); }
                @Async Coroutine<Integer> lost() {
                    total = total + await(get());
                    return Coroutine.result(total);
                }
                void plain() { await(get()); }
            }
            """;

    @Test
    void failedCompile_writesWhatTheChecksSay() throws Exception {
        project.source("a/Foo.java", "package a; " + IMPORTS + WRONG);

        Project.Compiled compiled = compile("out.json");

        assertThat(compiled.success()).isFalse();
        String json = Files.readString(file("out.json"));
        assertThat(values(json, "rewritten")).containsExactly("false", "false");
        assertThat(values(json, "state")).containsExactly("null");
        String lost = json.substring(json.indexOf("a.Foo.lost()"), json.indexOf("otherChecks"));
        assertThat(lost).contains("""
                      "checks": [
                        {
                          "id": "LostUpdate",
                          "severity": "warning",
                          "line": 6,
                          "message": "'total' is read before the await and written after it; an update made meanwhile is lost",
                          "cure": "Await first: var n = await(..); total = .. n ..;"
                        }
                      ]
                """.replace("\n                ", "\n").stripTrailing());
        String others = json.substring(json.indexOf("otherChecks"));
        assertThat(values(others, "class")).containsExactly("\"a.Foo\"");
        assertThat(values(others, "id")).containsExactly("\"AwaitOutsideAsync\"");
        assertThat(values(others, "line")).containsExactly("9");
    }

    @Test
    void page_isWellFormed_andLoadsNothing_whateverTheSourceHolds() throws Exception {
        String page = report("out.html", """
                class Foo {
                    @Async Coroutine<String> get(String s) { return Coroutine.result(s); }
                    @Async <T extends Comparable<T>> Coroutine<String> odd(List<T> ünïcode) {
                        return Coroutine.result(await(get("</script><script>alert('&\\"]]>\\ud800')</script>")));
                    }
                }
                """);

        Document document = document(page);
        assertThat(document.getElementsByTagName("script").getLength()).isEqualTo(2);
        assertThat(page).doesNotContainPattern("(src|href)=\"(?!#)").doesNotContain("@import", "url(h", "http");
        NodeList articles = document.getElementsByTagName("article");
        assertThat(articles.getLength()).isEqualTo(2);
        assertThat(((Element) articles.item(1)).getAttribute("id")).isEqualTo("a.Foo.odd(List)");
        Element svg = (Element)
                ((Element) articles.item(1)).getElementsByTagName("svg").item(0);
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("State machine of odd");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("Start leads to State 1, lines 5. State 1 leads to return, lines 5.");
        assertThat(svg.getTextContent()).contains("await get(\"</script>");
    }

    @Test
    void page_linksEachFunctionToItsSection() throws Exception {
        Document document = document(report("out.html", SIMPLE));

        Element link = (Element) ((Element) document.getElementsByTagName("nav").item(0))
                .getElementsByTagName("a")
                .item(0);
        assertThat(link.getAttribute("href")).isEqualTo("#a.Foo.one(int)");
        assertThat(((Element) document.getElementsByTagName("article").item(0)).getAttribute("id"))
                .isEqualTo("a.Foo.one(int)");
    }

    private static Document document(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void sameSource_givesTheSameBytes() throws Exception {
        project.source("a/Bar.java", "package a; " + IMPORTS + SIMPLE.replace("Foo", "Bar"));
        for (String name : List.of("one.html", "one.json")) {
            String first = report(name, SIMPLE);

            assertThat(report(name, SIMPLE)).isEqualTo(first);
        }
    }

    @Test
    void classFiles_areTheSameWithAndWithoutIt() throws Exception {
        report("out.json", SIMPLE);
        var with = Project.files(project.classes());
        project.processors(new FermataOptions(), new FermataProcessor());

        assertThat(project.javac("-g").errors()).isEmpty();

        assertThat(Project.files(project.classes()).keySet()).isEqualTo(with.keySet());
        Project.files(project.classes())
                .forEach((name, bytes) -> assertThat(bytes).isEqualTo(with.get(name)));
    }

    @Test
    void moduleWithoutFunctions_hasAnEmptyReport() throws Exception {
        assertThat(report("out.json", "class Foo { }"))
                .isEqualTo("{\n  \"version\": 1,\n  \"functions\": [],\n  \"otherChecks\": []\n}\n");
        document(report("out.html", "class Foo { }"));
    }

    @Test
    void missingFolder_isMade() throws Exception {
        assertThat(report("x/y/out.json", SIMPLE)).contains("a.Foo.one(int)");
        assertThat(Files.list(file("x/y"))).containsExactly(file("x/y/out.json"));
    }

    @Test
    void folderInItsPlace_isOneError() throws Exception {
        Files.createDirectories(file("out.json"));
        project.source("a/Foo.java", "package a; " + IMPORTS + SIMPLE);

        Project.Compiled compiled = compile("out.json");

        assertThat(compiled.success()).isFalse();
        assertThat(compiled.errors())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("[UnknownOption] -Afermata.report=")
                .contains("cannot be written; it is a folder\n")
                .endsWith("Name a file that can be made or replaced; a relative path starts where javac was started.");
    }

    @Test
    void fileInThePlaceOfAFolder_isOneError() throws Exception {
        Files.writeString(file("x"), "");
        project.source("a/Foo.java", "package a; " + IMPORTS + SIMPLE);

        Project.Compiled compiled = compile("x/out.json");

        assertThat(compiled.errors()).hasSize(1).first().asString().contains("; x in its path is no folder\n");
    }
}
