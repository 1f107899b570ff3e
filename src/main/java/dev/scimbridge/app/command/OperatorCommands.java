package dev.scimbridge.app.command;

import dev.scimbridge.operations.Manual;
import dev.scimbridge.operations.Usage;
import dev.scimbridge.operations.Usage.Sort;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The commands of the manual as subcommands of the command line. */
public final class OperatorCommands {
    static final String JSON = "--json";
    static final String CSV = "--csv";

    private final Function<ParseResult, Door> doors;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * Makes the commands.
     *
     * @param doors where the bridge is, by what was said on the command line
     */
    public OperatorCommands(Function<ParseResult, Door> doors, PrintWriter out, PrintWriter err) {
        this.doors = doors;
        this.out = out;
        this.err = err;
    }

    /** Adds each of them; the second word of a command is a subcommand of the first. */
    public void addTo(CommandLine line) {
        Map<String, CommandSpec> made = new LinkedHashMap<>();
        for (Usage usage : Manual.ALL) {
            String second = usage.second();
            if (second == null) {
                made.put(usage.first(), spec(usage));
            } else {
                made.computeIfAbsent(usage.first(), OperatorCommands::group).addSubcommand(second, spec(usage));
            }
        }
        made.forEach(line::addSubcommand);
    }

    /** A first word that says nothing by itself. */
    private static CommandSpec group(String name) {
        CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(Manual.ALL.stream()
                        .map(Usage::name)
                        .filter(each -> each.startsWith(name + " "))
                        .collect(Collectors.joining(", ")));
        return spec;
    }

    private CommandSpec spec(Usage usage) {
        Saying saying = new Saying(usage, doors, new Asking(out, err));
        CommandSpec spec = saying.spec();
        spec.mixinStandardHelpOptions(true);
        spec.usageMessage().description(usage.meaning());
        int place = 0;
        for (Usage.Argument argument : usage.arguments()) {
            if (argument.sort() == Sort.WORD || argument.sort() == Sort.MAYBE) {
                spec.addPositional(positional(argument, place++));
            } else {
                spec.addOption(option(argument));
            }
        }
        spec.addOption(flag(JSON, "Answer as JSON."));
        spec.addOption(flag(CSV, "Answer the table as CSV."));
        Where.addTo(spec);
        return spec;
    }

    private static PositionalParamSpec positional(Usage.Argument argument, int place) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(place))
                .arity(argument.sort() == Sort.WORD ? "1" : "0..1")
                .type(String.class)
                .paramLabel(argument.name().toUpperCase(Locale.ROOT))
                .description(argument.meaning())
                .build();
    }

    private static OptionSpec option(Usage.Argument argument) {
        boolean flag = argument.sort() == Sort.FLAG;
        return OptionSpec.builder("--" + argument.name())
                .arity(flag ? "0" : "1")
                .type(flag ? boolean.class : String.class)
                .description(argument.meaning())
                .build();
    }

    private static OptionSpec flag(String name, String meaning) {
        return OptionSpec.builder(name)
                .arity("0")
                .type(boolean.class)
                .description(meaning)
                .build();
    }
}
