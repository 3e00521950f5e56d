package dev.fermata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

final class CancelledErrorTest {
    private static final StackTraceElement[] TRACE = {new StackTraceElement("demo.Shop", "order", "Shop.java", 7)};

    @Test
    void oneThatIsMadeByAnybody_hasTheStackOfThat() {
        assertThat(top(new CancelledError())).isEqualTo("oneThatIsMadeByAnybody_hasTheStackOfThat");
        assertThat(top(new CancelledError("why"))).isEqualTo("oneThatIsMadeByAnybody_hasTheStackOfThat");
        assertThat(top(new CancelledError("why", this))).isEqualTo("oneThatIsMadeByAnybody_hasTheStackOfThat");
    }

    @Test
    void oneThatIsGivenATrace_hasThatOnly() {
        CancelledError error = new CancelledError("why", this, TRACE);

        assertThat(error.getStackTrace()).containsExactly(TRACE);
        assertThat(error).hasMessage("why");
        assertThat(error.source()).isSameAs(this);
    }

    @Test
    void oneThatIsGivenATrace_mayStillBeFilledIn() {
        CancelledError error = new CancelledError(null, null, TRACE);

        assertThat(error.fillInStackTrace()).isSameAs(error);

        assertThat(top(error)).isEqualTo("oneThatIsGivenATrace_mayStillBeFilledIn");
    }

    @Test
    void oneThatWasReadFromAStream_hasItsTraceAndMayBeFilledIn() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new CancelledError("why", this, TRACE));
        }
        CancelledError read;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            read = (CancelledError) in.readObject();
        }

        assertThat(read.getStackTrace()).containsExactly(TRACE);
        assertThat(read.source()).isNull();
        read.fillInStackTrace();
        assertThat(top(read)).isEqualTo("oneThatWasReadFromAStream_hasItsTraceAndMayBeFilledIn");
    }

    private static String top(CancelledError error) {
        return error.getStackTrace()[0].getMethodName();
    }
}
