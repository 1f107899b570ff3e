package dev.scimbridge.app.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that say where the running bridge is. */
public final class Where {
    private static final String CONFIG = "--config";
    private static final String PORT = "--management-port";

    private Where() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(CONFIG)
                .arity("1")
                .type(Path.class)
                .paramLabel("FILE")
                .description("The settings of the running bridge; the environment wins over them.")
                .build());
        spec.addOption(OptionSpec.builder(PORT)
                .arity("1")
                .type(Integer.class)
                .paramLabel("PORT")
                .description("Its management port, instead of the settings'.")
                .build());
    }

    public static @Nullable Path config(ParseResult said) {
        return said.matchedOptionValue(CONFIG, (Path) null);
    }

    public static @Nullable Integer port(ParseResult said) {
        return said.matchedOptionValue(PORT, (Integer) null);
    }
}
