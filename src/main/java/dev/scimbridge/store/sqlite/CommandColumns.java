package dev.scimbridge.store.sqlite;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Command;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call that changes the workspace. */
final class CommandColumns implements Columns<Command> {
    private static final String INVITE = "invite";
    private static final String CHANGE = "change";
    private static final String DISABLE = "disable";

    private final List<String> names;

    CommandColumns(String name) {
        names = List.of(name, name + "_uid", name + "_address", name + "_from", name + "_to");
    }

    private record Cells(
            String kind,
            @Nullable String uid,
            @Nullable String address,
            @Nullable AccountType from,
            @Nullable AccountType to) {

        static Cells of(Command command) {
            if (command instanceof Command.Invite invite) {
                return new Cells(INVITE, null, invite.address().value(), null, invite.type());
            }
            if (command instanceof Command.ChangeAccountType change) {
                return new Cells(CHANGE, change.uid(), null, change.from(), change.to());
            }
            if (command instanceof Command.Disable disable) {
                return new Cells(DISABLE, disable.uid(), null, null, null);
            }
            throw new IllegalStateException("no columns for " + command);
        }

        Command command() {
            return switch (kind) {
                case INVITE -> new Command.Invite(new Address(there(address)), there(to));
                case CHANGE -> new Command.ChangeAccountType(there(uid), there(from), there(to));
                case DISABLE -> new Command.Disable(there(uid));
                default -> throw new IllegalStateException("a stored command is of an unknown kind: " + kind);
            };
        }

        private <T> T there(@Nullable T value) {
            if (value == null) {
                throw new IllegalStateException("a stored command lacks a part: " + kind);
            }
            return value;
        }
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public void write(Command value, Binder to) {
        Cells cells = Cells.of(value);
        to.text(cells.kind).text(cells.uid).text(cells.address).type(cells.from).type(cells.to);
    }

    @Override
    public Command read(Row from) throws SQLException {
        return new Cells(from.text(), from.textOrNull(), from.textOrNull(), from.typeOrNull(), from.typeOrNull())
                .command();
    }
}
