package dev.scimbridge.bench;

/** One operation at one size of the workspace: the bridge, and beside it the limit in the same run. */
record Row(Operation operation, int people, Load bridge, Load limit) {
    /** How many times the processor time of the limit. */
    double cpuRatio() {
        return bridge.cpu() / limit.cpu();
    }

    /** The part of the limit's rate. */
    double rateRatio() {
        return bridge.rate() / limit.rate();
    }

    /** What the bridge adds to the workspace's own latency, at the median, in milliseconds. */
    double added() {
        return bridge.p50Millis() - limit.p50Millis();
    }
}
