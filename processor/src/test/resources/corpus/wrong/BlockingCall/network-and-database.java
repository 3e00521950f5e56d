package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import dev.fermata.asyncio.Asyncio;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Net {
    @Async
    Coroutine<Integer> run(HttpClient client, HttpRequest request, DataSource source, URL url, ServerSocket server)
            throws Exception {
        await(Asyncio.sleep(Duration.ZERO));
        int size = client.send(request, HttpResponse.BodyHandlers.ofString()) // warning BlockingCall
                .statusCode();
        Connection connection = source.getConnection(); // warning BlockingCall
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select 1"); // warning BlockingCall
        while (rows.next()) { // warning BlockingCall
            size += rows.getInt(1);
        }
        connection.commit(); // warning BlockingCall
        url.openStream(); // warning BlockingCall
        Socket out = new Socket("localhost", 80); // warning BlockingCall
        Socket in = server.accept(); // warning BlockingCall
        InetAddress host = InetAddress.getByName("localhost"); // warning BlockingCall
        return result(size + out.getPort() + in.getPort() + host.hashCode());
    }
}
