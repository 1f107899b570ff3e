package dev.scimbridge.store.sqlite;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for a person. */
final class DesiredColumns implements Columns<Desired> {
    private static final String ACTIVE = "active";
    private static final String INACTIVE = "inactive";
    private static final String DELETED = "deleted";

    private final List<String> names;

    DesiredColumns(String name) {
        names = List.of(name, name + "_type", name + "_fallback");
    }

    private record Cells(
            String kind,
            @Nullable AccountType type,
            @Nullable AccountType fallback) {}

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public void write(Desired value, Binder to) {
        Cells cells = value.match(new Desired.Cases<Cells>() {
            @Override
            public Cells active(Desired.Active wish) {
                return new Cells(ACTIVE, wish.type(), wish.fallback());
            }

            @Override
            public Cells inactive() {
                return new Cells(INACTIVE, null, null);
            }

            @Override
            public Cells deleted() {
                return new Cells(DELETED, null, null);
            }
        });
        to.text(cells.kind).type(cells.type).type(cells.fallback);
    }

    @Override
    public Desired read(Row from) throws SQLException {
        String kind = from.text();
        AccountType type = from.typeOrNull();
        AccountType fallback = from.typeOrNull();
        return switch (kind) {
            case ACTIVE -> new Desired.Active(type, fallback);
            case INACTIVE -> new Desired.Inactive();
            case DELETED -> new Desired.Deleted();
            default -> throw new IllegalStateException("a stored wish is of an unknown kind: " + kind);
        };
    }
}
