package corpus;

import dev.fermata.AsyncCloseable;
import java.util.function.Supplier;

class Kept {
    void use(Supplier<AsyncCloseable> open) {
        try (@SuppressWarnings("AsyncCloseOutsideAsync")
                AsyncCloseable resource = open.get()) {
            System.out.println(resource);
        }
    }
}
