package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.store.StoreProblem;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** What of a failed start is told in one line. */
class StartProblemTest {
    @Test
    void a_store_that_cannot_be_opened_says_so_itself() {
        StoreProblem problem = new StoreProblem("./data is in use by another process;\nstop it first");
        assertThat(StartProblem.lineFor(problem)).isEqualTo("./data is in use by another process; stop it first");
        assertThat(StartProblem.lineFor(new RuntimeException(problem))).startsWith("./data is in use");
    }

    @Test
    void a_port_that_is_taken_is_named_by_who_tried_it() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket first = new ServerSocket(0, 1, here)) {
            BindException taken = org.junit.jupiter.api.Assertions.assertThrows(
                    BindException.class, () -> new ServerSocket(first.getLocalPort(), 1, here).close());
            assertThat(StartProblem.lineFor(new UncheckedIOException("127.0.0.1:8080", taken)))
                    .startsWith("cannot listen (127.0.0.1:8080): Address already in use")
                    .hasLineCount(1);
            assertThat(StartProblem.lineFor(new UncheckedIOException(taken)))
                    .startsWith("cannot listen: Address already in use");
            assertThat(StartProblem.lineFor(taken)).startsWith("cannot listen: Address already in use");
        }
    }

    @Test
    void anything_else_is_a_fault_of_ours() {
        assertThat(StartProblem.lineFor(new IllegalStateException("no"))).isNull();
    }
}
