package dev.fermata.processor.javac;

import static dev.fermata.processor.javac.ReportedProject.SIMPLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page that {@code -Afermata.report} writes. */
final class ReportPageTest {
    @TempDir
    Path root;

    private ReportedProject reported;

    @BeforeEach
    void begin() {
        reported = new ReportedProject(root);
    }

    @Test
    void page_isWellFormed_andLoadsNothing_whateverTheSourceHolds() throws Exception {
        String page = reported.report("out.html", """
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
        Document document = document(reported.report("out.html", SIMPLE));

        Element link = (Element) ((Element) document.getElementsByTagName("nav").item(0))
                .getElementsByTagName("a")
                .item(0);
        assertThat(link.getAttribute("href")).isEqualTo("#a.Foo.one(int)");
        assertThat(((Element) document.getElementsByTagName("article").item(0)).getAttribute("id"))
                .isEqualTo("a.Foo.one(int)");
    }

    @Test
    void moduleWithoutFunctions_hasAPageAllTheSame() throws Exception {
        assertThat(document(reported.report("out.html", "class Foo { }"))
                        .getElementsByTagName("article")
                        .getLength())
                .isZero();
    }

    @Test
    void functionWithTooManyTransitions_saysSoInPlaceOfAPicture() throws Exception {
        String steps = "if (n > 3) n += await(get(n));\n".repeat(80);

        Document document = document(reported.report("out.html", """
                class Foo {
                    @Async Coroutine<Integer> get(int n) { return Coroutine.result(n); }
                    @Async Coroutine<Integer> many(int n) {
                """ + steps + "return Coroutine.result(n);\n}\n}\n"));

        Element many = (Element) document.getElementsByTagName("article").item(1);
        assertThat(many.getElementsByTagName("svg").getLength()).isZero();
        assertThat(many.getTextContent())
                .contains("It has 3321 transitions between its states, and a drawing of more than 3000 is no help.");
    }

    private static Document document(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }
}
