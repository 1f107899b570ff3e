package dev.scimbridge.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves when a test winds it, and never else. */
public final class HandWoundClock extends Clock {
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    public synchronized void wind(Duration onwards) {
        now = now.plus(onwards);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
