package dev.scimbridge.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the usual filter is read as the SDK reads it, and all others by the SDK. */
class PlainFilterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"ann@acme.io\"",
                "userName EQ \"Ann O'Hara (acme) [x] and not\"",
                "externalId eq \"\"",
                "emails.value eq \"größe 東京 😀\"",
                "ACTIVE eq \"True\"",
                "nots eq \"x\"",
                "unknown eq \"x\"",
                "id eq \" 7 \""
            })
    void a_name_that_is_to_equal_plain_text_is_read_as_the_sdk_reads_it(String text) throws ScimException {
        assertThat(PlainFilter.find(text)).isNotNull().isEqualTo(Filter.fromString(text));
        assertThat(String.valueOf(PlainFilter.find(text))).isEqualTo(String.valueOf(Filter.fromString(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"a\\\"b\"",
                "userName eq \"a\\u0041b\"",
                "userName eq \"a\tb\"",
                "userName eq \"a\" and active eq true",
                "userName  eq \"a\"",
                "userName eq \"a\" ",
                "userName eq 7",
                "userName eq null",
                "userName sw \"a\"",
                "not eq \"a\"",
                "emails[value eq \"a\"]",
                "emails.value.x eq \"a\"",
                "urn:x:y eq \"a\"",
                "user_name eq \"a\""
            })
    void whatever_else_is_said_is_left_to_the_sdk(String text) throws ScimException {
        assertThat(PlainFilter.find(text)).isNull();
    }
}
