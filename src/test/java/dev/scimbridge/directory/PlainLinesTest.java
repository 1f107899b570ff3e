package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Problems;
import dev.scimbridge.scim.Samples;
import dev.scimbridge.scim.ScimProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A userName and an e-mail are one line each; only somebody who leaves is not held up by it. */
class PlainLinesTest {
    private static final Presentation PRESENTATION = new Presentation(AccountTypeRules.DEFAULT);
    private static final Drafts DRAFTS = new Drafts(AccountTypeRules.DEFAULT, PRESENTATION, AddressRules.ANY);
    private static final Drafts.Occasion ON = new Drafts.Occasion("okta", Someone.NOON, List.of());
    private static final User MAX = Someone.managed("max@acme.io", AccountType.DEVELOPER, "{'userName':'max@acme.io'}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'userName':'max\\r\\nline','emails':[{'value':'max@acme.io'}]}",
                "{'userName':'max\\u0085line','emails':[{'value':'max@acme.io'}]}",
                "{'userName':'max\\u2028line','emails':[{'value':'max@acme.io'}]}",
                "{'userName':'max\\tline','emails':[{'value':'max@acme.io'}]}",
                "{'userName':'max@acme.io','emails':[{'value':'max@acme.io\\n'}]}",
                "{'userName':'max@acme.io','emails':[{'value':'a@b'},{'value':'a\\u007f@b','type':'home'}]}"
            })
    void control_characters_in_them_are_refused(String sent) {
        Document document = Samples.user(sent);
        assertInvalid(Problems.of(() -> DRAFTS.introduced(document)));
        assertInvalid(Problems.of(() -> DRAFTS.replaced(MAX, document, ON)));
    }

    private static void assertInvalid(ScimProblem problem) {
        assertThat(problem).isNotNull();
        assertThat(problem.scimType()).isEqualTo("invalidValue");
        assertThat(problem.detail()).contains("control character").doesNotContain("\n", "\r");
    }

    @Test
    void free_text_may_have_lines() {
        String sent = "{'userName':'max@acme.io','displayName':'Max\\nMiller','addresses':[{'formatted':'A\\r\\nB'}]}";
        User user = DRAFTS.replaced(MAX, Samples.user(sent), ON);
        assertThat(user.said().document().text("displayName")).isEqualTo("Max\nMiller");
    }

    @Test
    void a_leaver_goes_all_the_same() {
        String sent = "{'userName':'max@acme.io','active':false,'emails':[{'value':'max@acme.io\\n'}]}";
        User user = DRAFTS.replaced(MAX, Samples.user(sent), ON);
        assertThat(user.isLeaver()).isTrue();
    }

    @Test
    void what_is_there_already_is_no_reason_to_refuse_something_else() {
        User marked = Someone.saying(MAX, "{'userName':'max@acme.io','emails':[{'value':'max@acme.io\\n'}]}");
        Document title = PRESENTATION.of(marked).with("title", "Dr");
        assertThat(DRAFTS.replaced(marked, title, ON).said().document().text("title"))
                .isEqualTo("Dr");
    }
}
