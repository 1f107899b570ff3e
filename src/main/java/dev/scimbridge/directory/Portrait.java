package dev.scimbridge.directory;

import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Made;
import dev.scimbridge.scim.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is shown of one person: as a whole, or of one attribute what the whole says of it. */
record Portrait(Presentation presentation, User user, Groups groups) implements Subject {
    private static final List<String> FACTS =
            List.of("state", "reason", "inviteStatus", "workspaceUid", "workspaceEmail", "accountTypeFrom", "since");

    /** The whole resource. */
    Document whole(Locations at) {
        Document meta = meta();
        String location = at.user(user.id());
        return presentation
                .core(user)
                .with("id", user.id().toString())
                .with("groups", belongings(at))
                .with(Presentation.EXTENSION, extension())
                .with("meta", location == null ? meta : meta.with("location", location))
                .done();
    }

    @Override
    public Document about(List<String> keys) {
        String attribute = keys.get(0);
        return switch (attribute) {
            case "id" -> Document.only(attribute, user.id().toString());
            case "groups" -> Document.only(attribute, belongings(Locations.NONE));
            case Presentation.EXTENSION ->
                Document.only(attribute, keys.size() == 1 ? extension() : with(keys.get(1), fact(keys.get(1))));
            case "meta" -> Document.only(attribute, keys.size() == 1 ? meta() : meta(keys.get(1)));
            case "schemas" -> user.said().document().with(Presentation.EXTENSION, extension());
            default -> presentation.core(user, attribute);
        };
    }

    private Document meta() {
        return Presentation.meta("User", user.meta(), modified(), Presentation.version(user, groups.of(user.id())));
    }

    /** At least this of it. */
    private Document meta(String asked) {
        return switch (asked) {
            case "created" -> with(asked, user.meta().created().toString());
            case "lastModified" -> with(asked, modified().toString());
            default -> meta();
        };
    }

    /** Theirs, or when what is shown of their groups changed. */
    private Instant modified() {
        Instant latest = later(user.meta().modified(), groups.changed(user.id()));
        for (Group group : groups.of(user.id())) {
            latest = later(latest, group.named());
        }
        return latest;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private List<Document> belongings(Locations at) {
        return groups.of(user.id()).stream().map(group -> belonging(group, at)).toList();
    }

    private static Document belonging(Group group, Locations at) {
        Made shown = Made.afresh()
                .with("value", group.id().toString())
                .with("display", group.name())
                .with("type", "direct");
        String location = at.group(group.id());
        return (location == null ? shown : shown.with("$ref", location)).done();
    }

    private Document extension() {
        Made extension = Made.afresh();
        for (String name : FACTS) {
            String fact = fact(name);
            if (fact != null) {
                extension.with(name, fact);
            }
        }
        return extension.done();
    }

    private @Nullable String fact(String name) {
        Observed seen = user.observation().state();
        return switch (name) {
            case "state" -> user.course().state().word();
            case "reason" -> user.course().why();
            case "inviteStatus" ->
                seen instanceof Observed.Invited ? "open" : seen instanceof Observed.Expired ? "expired" : null;
            case "workspaceUid" -> seen instanceof Observed.Active account ? account.uid() : null;
            case "workspaceEmail" -> user.account().email();
            case "accountTypeFrom" -> user.said().typeFrom();
            case "since" -> user.course().since().toString();
            default -> null;
        };
    }

    private static Document with(String name, @Nullable String value) {
        return value == null ? Document.EMPTY : Document.only(name, value);
    }
}
