package dev.scimbridge.app.command;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
