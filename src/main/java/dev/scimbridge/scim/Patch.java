package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.messages.PatchOpType;
import dev.scimbridge.scim.PatchOperation.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A PATCH request: operations to be applied in order, all or none (RFC 7644, 3.5.2). Reading it tells 400
 * {@code invalidSyntax}, {@code invalidPath} and {@code noTarget}; applying it {@code invalidValue}, {@code mutability}
 * and {@code noTarget}. What the schema does not know is passed over.
 */
public final class Patch {
    private final List<PatchOperation> operations;
    private final ResourceSchema schema;
    private final TopNames named;
    private final TopNames added;

    private Patch(List<PatchOperation> operations, ResourceSchema schema) {
        this.operations = operations;
        this.schema = schema;
        this.named = new TopNames(schema);
        this.added = new TopNames(schema);
        for (PatchOperation each : operations) {
            for (Said said : each.said(schema)) {
                named.add(said.of());
                if (each.op() == PatchOpType.ADD) {
                    added.add(said.of());
                }
            }
        }
    }

    public static Patch of(ObjectNode body, ResourceSchema schema) {
        Message.require("PatchOp", body);
        JsonNode said = Message.find(body, "Operations");
        if (said == null || !said.isArray() || said.isEmpty()) {
            throw ScimProblem.invalidSyntax("Operations must be a list with at least one operation.");
        }
        List<PatchOperation> operations = new ArrayList<>();
        for (JsonNode each : said) {
            operations.add(PatchOperation.of(each, schema));
        }
        return new Patch(operations, schema);
    }

    /** The document as it is after all operations; the same object when they change nothing. */
    public Document apply(Document shown) {
        Draft draft = new Draft(shown.node());
        Patcher patcher = new Patcher(draft, schema);
        operations.forEach(patcher::carryOut);
        Document patched = new Document(draft.finish());
        return patched.equals(shown) ? shown : patched;
    }

    /** What it is about, in few words that may be kept: names, and values only of {@code active} and {@code roles}. */
    public String gist() {
        return Gist.of(operations, schema);
    }

    /**
     * Whether an operation speaks of an attribute at the top, be it by path or by key, in any case: {@code active},
     * {@code roles}, {@code urn:…:User:department}; an extension's URN asks for any of its attributes.
     */
    public boolean names(String attribute) {
        return named.contains(attribute);
    }

    /** Whether an {@code add} speaks of an attribute, as {@link #names} says. */
    public boolean adds(String attribute) {
        return added.contains(attribute);
    }

    /**
     * The values of a multi-valued attribute this patch speaks of, when it calls each by its {@code value} and only adds
     * or removes: then a document that has of the present values only those among them is enough to apply it to. Empty
     * when all present values are needed: to replace, to remove all, for any other filter, for sub-attributes, for values
     * without a {@code value} and for a new primary. Text whose case does not matter is {@link Folded}.
     */
    public Optional<Set<String>> values(String attribute) {
        Attribute asked = schema.attribute(attribute);
        return asked == null ? Optional.of(Set.of()) : Spoken.of(asked, operations, schema);
    }
}
