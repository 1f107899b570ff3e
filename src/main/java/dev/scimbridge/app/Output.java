package dev.scimbridge.app;

import java.io.PrintWriter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** How a command speaks: the option for it, and where its words go. */
final class Output {
    private static final Logger LOG = LoggerFactory.getLogger("dev.scimbridge.app.Banner");

    @Option(
            names = "--log",
            paramLabel = "text|json",
            description = "How the log is written to standard output (default: text).")
    private LogFormat format = LogFormat.TEXT;

    void startLog() {
        Logs.start(format);
    }

    /** For people as it is; in a log for machines as one event, so that every line stays JSON. */
    void show(List<String> lines, PrintWriter out) {
        if (format == LogFormat.JSON) {
            LOG.info("{}", String.join("\n", lines));
        } else {
            lines.forEach(out::println);
            out.flush();
        }
    }
}
