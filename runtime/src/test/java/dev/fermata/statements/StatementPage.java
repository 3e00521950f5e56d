package dev.fermata.statements;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page that shows which test holds which statement. */
record StatementPage(Statements statements, List<HoldingTest> tests) {

    String text() {
        StringBuilder page = new StringBuilder("""
                # asyncio's behaviour, statement by statement

                What CPython 3.13's asyncio, coroutines and generators do, as statements that can be tested; the tests that hold them here, with the tests of CPython that
                they are made after; and why a statement has none. The page is generated: a test fails when it and the tests disagree, and
                `mvn -q -pl runtime test -Dtest=StatementsTest -Dstatements.write=true` writes it anew. What differs on purpose stands in the guides.
                """);
        page.append("\n%d of %d statements are held by %d tests.\n"
                .formatted(held(), statements.all().size(), tests.size()));
        statements.byHeading().forEach((heading, under) -> append(page, heading, under));
        return page.toString();
    }

    private long held() {
        return statements.all().stream()
                .filter(statement -> !holding(statement).isEmpty())
                .count();
    }

    private void append(StringBuilder page, String heading, List<Statement> under) {
        page.append("\n## ").append(heading).append("\n\n| | Statement | Held by |\n|---|---|---|\n");
        under.forEach(statement ->
                page.append("| %d | %s | %s |\n".formatted(statement.number(), statement.rule(), state(statement))));
    }

    private String state(Statement statement) {
        List<HoldingTest> holding = holding(statement);
        if (holding.isEmpty()) {
            return statement.absence().map(absence -> "*no test*: " + absence).orElse("**missing**");
        }
        Map<String, List<HoldingTest>> byType = holding.stream()
                .collect(Collectors.groupingBy(HoldingTest::type, java.util.TreeMap::new, Collectors.toList()));
        return byType.entrySet().stream()
                .map(entry -> "`" + entry.getKey() + "`: "
                        + entry.getValue().stream().map(StatementPage::named).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("<br>"));
    }

    private static String named(HoldingTest test) {
        return test.method().replace("_", "\\_") + (test.origin().isEmpty() ? "" : " (`" + test.origin() + "`)");
    }

    private List<HoldingTest> holding(Statement statement) {
        return tests.stream()
                .filter(test -> test.numbers().contains(statement.number()))
                .toList();
    }
}
