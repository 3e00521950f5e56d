package dev.fermata.demo;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.done;
import static dev.fermata.Coroutine.result;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the links of a web site, all pages of a level at once: real I/O of another library's making, awaited as it is.
 * The site is a small one that {@link LocalSite} serves from this machine.
 *
 * <p>No locks: between two awaits nothing else of the loop runs, so {@code seen} and {@code sizes} are plain collections.
 */
public final class Crawler {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    private final HttpClient client;
    private final Set<URI> seen = new TreeSet<>();
    private final TreeMap<URI, Integer> sizes = new TreeMap<>();

    Crawler(HttpClient client) {
        this.client = client;
    }

    @Async
    Coroutine<Void> crawl(URI page) throws IOException {
        if (!seen.add(page)) {
            return done();
        }
        String text = await(fetch(page));
        sizes.put(page, text.length());
        List<Coroutine<Void>> linked = new ArrayList<>();
        for (Matcher link = LINK.matcher(text); link.find(); ) {
            linked.add(crawl(page.resolve(link.group(1))));
        }
        await(Asyncio.gather(linked));
        return done();
    }

    @Async
    private Coroutine<String> fetch(URI page) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(page).build();
        HttpResponse<String> response = await(client.sendAsync(request, BodyHandlers.ofString()));
        if (response.statusCode() != 200) {
            throw new IOException(page.getPath() + " answered " + response.statusCode());
        }
        return result(response.body());
    }

    /** What was found: the size of each page. */
    TreeMap<URI, Integer> sizes() {
        return sizes;
    }

    public static void main(String[] args) throws IOException {
        try (LocalSite site = LocalSite.start()) {
            Crawler crawler = new Crawler(HttpClient.newHttpClient());
            Asyncio.run(crawler.crawl(site.root()));
            crawler.sizes().forEach((page, size) -> System.out.println(page.getPath() + ": " + size + " characters"));
        }
    }
}
