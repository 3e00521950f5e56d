package dev.fermata.processor.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The programs of docs/guide/bridges.md: they compile without a warning, and do what is said there. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BridgesGuideTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    /** A type at the margin, with its annotations, up to the brace at the margin. */
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:@\\w+\n)*public .*?^}\n", Pattern.DOTALL);

    private static final String IMPORTS = """
            package a;
            import java.time.Duration;
            import java.util.concurrent.*;
            import org.springframework.context.annotation.*;
            import org.springframework.web.bind.annotation.*;
            """;

    private final List<String> sources = new ArrayList<>();

    @BeforeEach
    void read() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "guide", "bridges.md"));
        for (Matcher block = BLOCK.matcher(guide); block.find(); ) {
            String code = block.group(1);
            for (Matcher type = TYPE.matcher(code); type.find(); ) {
                sources.add(IMPORTS + type.group());
            }
            assertThat(TYPE.matcher(code).replaceAll("")).as("not compiled").isBlank();
        }
        sources.add(spring("context.annotation", "Bean", ""));
        sources.add(spring("context.annotation", "Configuration", ""));
        sources.add(spring("web.bind.annotation", "RestController", ""));
        sources.add(spring("web.bind.annotation", "GetMapping", "String value();"));
        sources.add(spring("web.bind.annotation", "PathVariable", "String value();"));
    }

    private static String spring(String itsPackage, String name, String members) {
        return "package org.springframework." + itsPackage + ";\npublic @interface " + name + " { " + members + " }\n";
    }

    private Object run(String body) throws Exception {
        sources.add(IMPORTS + "class Main { static Object main() throws Exception {\n" + body + "} }\n");
        return Bridged.of(sources.toArray(new String[0])).run("a.Main");
    }

    @Test
    void controllers_answer() throws Exception {
        assertThat(run("""
                ShopConfiguration beans = new ShopConfiguration();
                try (LoopThread thread = beans.loopThread()) {
                    Shop shop = beans.shop();
                    PriceController now = new PriceController(beans.shopBlocking(shop, thread));
                    LaterController later = new LaterController(beans.shopFutures(shop, thread));
                    return List.of(now.price("tea"), later.price("rope").get());
                }
                """)).isEqualTo(List.of(3, 4));
    }

    @Test
    void controllers_failWithTheExceptionOfTheFunction() throws Exception {
        assertThat(run("""
                ShopConfiguration beans = new ShopConfiguration();
                try (LoopThread thread = beans.loopThread()) {
                    return new PriceController(beans.shopBlocking(beans.shop(), thread)).price("");
                } catch (IOException e) {
                    return e.getMessage();
                }
                """)).isEqualTo("nothing has no price");
    }

    @Test
    void threads_shareALoop() throws Exception {
        assertThat(run("return Report.total(List.of(\"tea\", \"rope\", \"tar\"));"))
                .isEqualTo(10);
    }

    @Test
    void elements_areTakenOneByOne() throws Exception {
        assertThat(run("return Shelf.items(new ShopBlocking(new HarbourShop()));"))
                .isEqualTo(List.of("tea", "rope"));
    }

    @Test
    void companions_areAsTheGuideSays() {
        Bridged bridged = Bridged.of(sources.toArray(new String[0])).isClean();

        assertThat(bridged.written()).containsExactly("a.ShopBlocking", "a.ShopFutures");
        assertThat(bridged.signatures("a.ShopBlocking")).contains("public void order(String item, int... sizes)");
        assertThat(bridged.source("a.ShopBlocking")).contains("<p>Looks up what an item costs.");
    }
}
