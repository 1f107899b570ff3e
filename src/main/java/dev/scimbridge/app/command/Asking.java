package dev.scimbridge.app.command;

import dev.scimbridge.operations.ExportCheck;
import dev.scimbridge.operations.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.ExitCode;

/** Says a call, prints what comes back, and gives the exit code: 0, 1 for bad news, 2 for what has to be said otherwise. */
final class Asking {
    private static final int BAD_NEWS = 409;

    private final PrintWriter out;
    private final PrintWriter err;

    Asking(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Verifies an export that lies here, without asking anybody. */
    int check(Path file) {
        try {
            Report report = ExportCheck.of(() -> lines(file));
            out.println(report.headline());
            report.notes().forEach(out::println);
            out.flush();
            return report.isSound() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (UncheckedIOException e) {
            err.println(file + " cannot be read (" + e.getMessage() + ")");
            err.flush();
            return ExitCode.USAGE;
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            BufferedReader reader = Files.newBufferedReader(file);
            return reader.lines().onClose(() -> close(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int ask(Call call, Door door) {
        try {
            Call.Reply reply = call.at(door);
            boolean answered = reply.status() == 200 || reply.status() == BAD_NEWS;
            PrintWriter to = answered ? out : err;
            try (InputStreamReader body = new InputStreamReader(reply.body(), StandardCharsets.UTF_8)) {
                body.transferTo(to);
            }
            to.flush();
            return reply.status() == 200
                    ? ExitCode.OK
                    : reply.status() == BAD_NEWS ? ExitCode.SOFTWARE : ExitCode.USAGE;
        } catch (IOException e) {
            err.println("no bridge answers at " + door.address() + " (" + e.getMessage()
                    + "): is it running, and is this its management port?");
            err.flush();
            return ExitCode.USAGE;
        }
    }
}
