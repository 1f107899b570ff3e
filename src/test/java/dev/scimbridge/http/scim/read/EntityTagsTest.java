package dev.scimbridge.http.scim.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {
    private static final String VERSION = "W/\"3\"";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            W/"3"               | true
            "3"                 | true
            3                   | true
            *                   | true
            W/"1", W/"3"        | true
            W/"1","3",W/"2"     | true
            W/"30"              | false
            W/"1", W/"2"        | false
            w/"3"               | false
            "*"                 | false
            "                   | false
            ,                   | false
            ~~                  | false
            """)
    void a_header_names_a_version_weakly(String header, boolean named) {
        assertThat(EntityTags.names(header, VERSION)).isEqualTo(named);
        assertThat(EntityTags.isKnown(header, VERSION)).isEqualTo(named);
    }

    @Test
    void a_reader_who_says_nothing_knows_nothing() {
        assertThat(EntityTags.isKnown(null, VERSION)).isFalse();
    }
}
