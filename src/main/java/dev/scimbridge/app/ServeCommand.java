package dev.scimbridge.app;

import dev.scimbridge.app.SettingsReader.Outcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The real thing. */
@Command(
        name = ServeCommand.NAME,
        description = "Serve SCIM in front of the workspace. Settings: environment, or --config.")
final class ServeCommand implements Callable<Integer> {
    static final String NAME = "serve";

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final Map<String, String> environment;
    private final PrintWriter out;
    private final PrintWriter err;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--config", paramLabel = "FILE", description = "Settings in YAML; the environment wins over them.")
    private @Nullable Path config;

    @Option(
            names = "--restored",
            description = "The data is a backup that was put back: change nothing before its plan is confirmed.")
    private boolean restored;

    ServeCommand(Map<String, String> environment, PrintWriter out, PrintWriter err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        output.startLog();
        Outcome outcome = SettingsReader.read(environment, config);
        if (outcome instanceof Outcome.Wrong wrong) {
            return refuse(wrong.mistakes());
        }
        Settings settings = ((Outcome.Good) outcome).settings();
        run(settings);
        return ExitCode.OK;
    }

    private int refuse(List<String> mistakes) {
        mistakes.forEach(err::println);
        err.flush();
        return ExitCode.USAGE;
    }

    private void run(Settings settings) {
        settings.warnings().forEach(LOG::warn);
        Bridge bridge = Bridge.start(settings, restored);
        Lifespan.closeAtEnd(bridge, Lifespan.PATIENCE);
        output.show(Banner.serve(Version.text(), settings, Banner.Places.of(settings, bridge)), out);
        Lifespan.park();
    }
}
