package dev.fermata.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fermata.asyncio.Asyncio;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;

final class CrawlerTest {
    @Test
    void crawl_visitsEachPageOnce() throws Exception {
        assertThat(Output.of(Crawler::main))
                .containsExactly(
                        "/: 53 characters",
                        "/music: 57 characters",
                        "/music/fermata: 69 characters",
                        "/notes: 63 characters",
                        "/notes/half: 47 characters",
                        "/notes/whole: 11 characters");
    }

    @Test
    void crawl_missingPage_throwsTheCheckedExceptionOfTheCoroutineFunction() throws Exception {
        try (LocalSite site = LocalSite.start()) {
            Crawler crawler = new Crawler(HttpClient.newHttpClient());
            URI missing = site.root().resolve("/nowhere");

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> Asyncio.run(() -> crawler.crawl(missing)))
                    .withMessage("/nowhere answered 404");
        }
    }
}
