package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.Listing;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CadenceTest {
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private long revision = 1;
    private Cadence cadence = new Cadence(INTERVAL, true, () -> revision);

    /** How long it is from this listing to the next. */
    private Duration after(boolean isQuiet) {
        Listing listing = new Listing(revision, now);
        revision++; // Taking a listing in is a write.
        cadence.came(listing, isQuiet, now);
        return gap();
    }

    private Duration gap() {
        return Duration.between(now, cadence.next());
    }

    @Test
    void the_first_listing_is_due_at_once() {
        assertThat(cadence.next()).isBefore(now);
    }

    @Test
    void the_gap_grows_to_four_times_the_interval_while_nothing_goes_on() {
        assertThat(after(true)).isEqualTo(INTERVAL);
        assertThat(after(true)).isEqualTo(INTERVAL.multipliedBy(2));
        assertThat(after(true)).isEqualTo(INTERVAL.multipliedBy(4));
        assertThat(after(true)).isEqualTo(INTERVAL.multipliedBy(4));
    }

    @Test
    void news_or_somebody_who_waits_bring_the_interval_back() {
        after(true);
        after(true);
        assertThat(after(false)).isEqualTo(INTERVAL);
        assertThat(after(true)).isEqualTo(INTERVAL.multipliedBy(2));
    }

    @Test
    void a_write_brings_the_next_listing_forward_and_no_further_than_the_interval() {
        after(true);
        after(true);
        assertThat(after(true)).isEqualTo(INTERVAL.multipliedBy(4));
        revision++;
        assertThat(gap()).isEqualTo(INTERVAL);
        assertThat(after(true)).as("after the next").isEqualTo(INTERVAL);
    }

    @Test
    void after_a_failure_it_begins_anew() {
        after(true);
        after(true);
        cadence.failed();
        assertThat(after(true)).isEqualTo(INTERVAL);
    }

    @Test
    void where_drift_is_set_right_it_never_grows() {
        cadence = new Cadence(INTERVAL, false, () -> revision);
        after(true);
        assertThat(after(true)).isEqualTo(INTERVAL);
    }
}
