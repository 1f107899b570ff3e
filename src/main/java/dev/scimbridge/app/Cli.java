package dev.scimbridge.app;

import dev.scimbridge.app.command.OperatorCommands;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. It ends with 0 after help and version, 2 when the operator has something to mend (one line each on
 * standard error), 1 after a fault of ours (with its stack trace in the log); a signal ends it as {@link Lifespan} says.
 */
@Command(
        name = "scim-bridge",
        description = "SCIM 2.0 in front of a workspace that only lists, invites, changes and disables.",
        synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Cli {
    private Cli() {}

    static int run(String[] arguments, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        if (arguments.length > 0 && arguments[0].equals(ServeCommand.NAME)) {
            Beforehand.begin();
        }
        ServeCommand serve = new ServeCommand(environment, out, err);
        // Serving is what is waited for, and where nothing is to be parsed no parser is, which takes as long as a
        // store.
        return List.of(arguments).equals(List.of(ServeCommand.NAME))
                ? served(serve, err)
                : parsed(arguments, serve, environment, out, err);
    }

    private static int served(ServeCommand serve, PrintWriter err) {
        try {
            return serve.call();
        } catch (RuntimeException thrown) {
            return explain(thrown, err);
        }
    }

    private static int parsed(
            String[] arguments, ServeCommand serve, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Cli())
                .addSubcommand(serve)
                .addSubcommand(new SandboxCommand(out, err))
                .addSubcommand(new RehearseCommand())
                .registerConverter(Duration.class, Cli::time)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((wrong, given) -> complain(wrong))
                .setExecutionExceptionHandler((thrown, command, parsed) -> explain(thrown, err));
        new OperatorCommands(new Nearby(environment)::door, out, err).addTo(line);
        return line.execute(arguments);
    }

    private static Duration time(String written) {
        try {
            return Duration.parse(written);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    Given.shown(written) + " is not a time as in ISO-8601 (PT30S, PT5M, P1D)");
        }
    }

    private static int complain(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(wrong instanceof UnmatchedArgumentException unmatched ? unknown(unmatched) : wrong.getMessage());
        err.println("Try " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return ExitCode.USAGE;
    }

    /** Only the first word that makes no sense, and of an option only its name: the rest may be a token. */
    private static String unknown(UnmatchedArgumentException unmatched) {
        String word = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        boolean isOption = word.startsWith("-");
        List<String> options = unmatched.getSuggestions();
        String meant = isOption
                ? options.stream().findFirst().orElse(null)
                : Nearest.to(word, unmatched.getCommandLine().getSubcommands().keySet());
        return (isOption ? "There is no option " : "There is no command ")
                + word
                + (meant == null ? "" : "; did you mean " + meant + "?");
    }

    private static int explain(Exception thrown, PrintWriter err) {
        String line = StartProblem.lineFor(thrown);
        if (line == null) {
            LoggerFactory.getLogger(Cli.class).error("this should not happen", thrown);
            return ExitCode.SOFTWARE;
        }
        err.println(line);
        err.flush();
        return ExitCode.USAGE;
    }
}
