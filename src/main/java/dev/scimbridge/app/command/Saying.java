package dev.scimbridge.app.command;

import dev.scimbridge.operations.Manual;
import dev.scimbridge.operations.Usage;
import dev.scimbridge.operations.Usage.Sort;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command being said on the command line. */
final class Saying implements Callable<Integer> {
    private final Usage usage;
    private final Function<ParseResult, Door> doors;
    private final Asking asking;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    Saying(Usage usage, Function<ParseResult, Door> doors, Asking asking) {
        this.usage = usage;
        this.doors = doors;
        this.asking = asking;
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        ParseResult said = spec.commandLine().getParseResult();
        Map<String, String> parameters = parameters(said);
        String file = parameters.get("file");
        if (usage.equals(Manual.AUDIT_VERIFY) && file != null) {
            return asking.check(Path.of(file));
        }
        boolean json = said.matchedOptionValue(OperatorCommands.JSON, false);
        boolean csv = said.matchedOptionValue(OperatorCommands.CSV, false);
        String accept = json ? "application/json" : csv ? "text/csv" : "text/plain";
        return asking.ask(new Call(usage.path(), usage.changes(), parameters, accept), doors.apply(said));
    }

    private Map<String, String> parameters(ParseResult said) {
        Map<String, String> parameters = new LinkedHashMap<>();
        int place = 0;
        for (Usage.Argument argument : usage.arguments()) {
            boolean isWord = argument.sort() == Sort.WORD || argument.sort() == Sort.MAYBE;
            Object value = isWord
                    ? said.matchedPositionalValue(place++, (Object) null)
                    : said.matchedOptionValue("--" + argument.name(), (Object) null);
            if (value != null) {
                parameters.put(argument.name(), value.toString());
            }
        }
        return parameters;
    }
}
