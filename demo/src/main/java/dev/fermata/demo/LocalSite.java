package dev.fermata.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A web site of six pages on a free port of this machine. */
final class LocalSite implements AutoCloseable {
    private static final Map<String, String> PAGES = Map.of(
            "/", "<a href=\"/music\">music</a> <a href=\"/notes\">notes</a>",
            "/music", "<a href=\"/music/fermata\">fermata</a> <a href=\"/\">home</a>",
            "/music/fermata", "Hold the note until the conductor goes on. <a href=\"/notes\">notes</a>",
            "/notes", "<a href=\"/notes/whole\">whole</a> <a href=\"/notes/half\">half</a>",
            "/notes/whole", "Four beats.",
            "/notes/half", "Two beats. <a href=\"/notes/whole\">the whole</a>");

    private final HttpServer server;

    private LocalSite(HttpServer server) {
        this.server = server;
    }

    static LocalSite start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", LocalSite::answer);
        server.start();
        return new LocalSite(server);
    }

    URI root() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String page = PAGES.get(exchange.getRequestURI().getPath());
        byte[] body = (page == null ? "no such page" : page).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
