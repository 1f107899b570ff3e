package dev.scimbridge.store.sqlite;

import dev.scimbridge.lifecycle.Command;
import dev.scimbridge.lifecycle.Trace;
import dev.scimbridge.lifecycle.Trace.Ending;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last command given for a person. */
final class TraceColumns implements Columns<Trace> {
    private static final CommandColumns COMMAND = new CommandColumns("last");
    private static final List<String> NAMES = Names.of(
            COMMAND.names(),
            List.of("last_ending", "last_words", "last_revision", "last_ended"),
            List.of("last_looked", "last_tries", "last_not_before"));
    private static final Map<String, Ending> ENDINGS =
            Stream.of(Ending.values()).collect(Collectors.toUnmodifiableMap(TraceColumns::word, Function.identity()));

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public void write(Trace value, Binder to) {
        Trace.End end = value.end();
        COMMAND.write(value.command(), to);
        to.text(word(end.ending())).text(end.words()).number(end.revision()).time(end.at());
        to.flag(value.looked()).number(value.tries()).time(value.notBefore());
    }

    @Override
    public Trace read(Row from) throws SQLException {
        Command command = COMMAND.read(from);
        Trace.End end = new Trace.End(ending(from.text()), from.textOrNull(), from.number(), from.time());
        return new Trace(command, end, from.flag(), from.count(), from.time());
    }

    private static String word(Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Ending ending(String word) {
        Ending ending = ENDINGS.get(word);
        if (ending == null) {
            throw new IllegalStateException("a stored command has ended in an unknown way: " + word);
        }
        return ending;
    }
}
