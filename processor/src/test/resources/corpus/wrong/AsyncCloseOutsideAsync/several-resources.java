package corpus;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import java.io.IOException;
import java.io.StringReader;

class Mixed {
    int read(AsyncGenerator<String> numbers, AsyncCloseable first) throws IOException {
        try (StringReader reader = new StringReader("x");
                first; // error AsyncCloseOutsideAsync
                AsyncGenerator<String> second = numbers) { // error AsyncCloseOutsideAsync
            return reader.read() + second.hashCode();
        } finally {
            System.out.println("closed");
        }
    }
}
