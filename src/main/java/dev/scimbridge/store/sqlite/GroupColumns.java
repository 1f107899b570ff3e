package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.Meta;
import java.sql.SQLException;
import java.util.List;

/** The record of a group. */
final class GroupColumns implements Columns<Group> {
    private static final List<String> NAMES = Names.of(
            List.of("id", "said"), List.of("version", "born", "shown", "created", "modified"), List.of("named"));

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public void write(Group value, Binder to) {
        Meta meta = value.meta();
        to.id(value.id()).text(value.said().json());
        to.number(meta.version()).number(meta.born()).number(meta.shown());
        to.time(meta.created()).time(meta.modified()).time(value.named());
    }

    @Override
    public Group read(Row from) throws SQLException {
        return new Group(
                from.id(),
                from.document(),
                new Meta(from.number(), from.number(), from.number(), from.time(), from.time()),
                from.time());
    }
}
