package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.io.ByteArrayInputStream;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentMap;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Memory {
    @Async
    Coroutine<Integer> run(Coroutine<Path> step, byte[] bytes, ConcurrentMap<String, Integer> map) throws IOException {
        Path path = await(step).resolve("x").normalize();
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        int n = in.read(bytes, 0, 2) + in.readAllBytes().length;
        StringReader text = new StringReader(path.toString());
        n += text.read();
        CharArrayReader chars = new CharArrayReader(new char[3]);
        n += chars.read();
        n += map.computeIfAbsent("k", String::length) + map.merge("k", 1, Integer::sum);
        List<String> lines = path.toString().lines().toList();
        Iterator<String> iterator = lines.iterator();
        while (iterator.hasNext()) {
            n += iterator.next().length();
        }
        return result(n);
    }
}
