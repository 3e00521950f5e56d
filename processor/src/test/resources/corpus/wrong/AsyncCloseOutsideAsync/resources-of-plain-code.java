package corpus;

import dev.fermata.AsyncCloseable;

interface Connection extends AsyncCloseable {
    void ping();
}

class Pool {
    Connection open() {
        throw new UnsupportedOperationException();
    }

    void use(Connection given) {
        try (Connection connection = open()) { // error AsyncCloseOutsideAsync
            connection.ping();
        }
        try (given) { // error AsyncCloseOutsideAsync
            given.ping();
        }
        Runnable later = () -> {
            try (var other = open()) { // error AsyncCloseOutsideAsync
                other.ping();
            }
        };
        later.run();
    }
}
