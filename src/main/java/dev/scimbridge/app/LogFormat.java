package dev.scimbridge.app;

/** How the log is written to standard output. */
enum LogFormat {
    /** For people. */
    TEXT,
    /** One JSON object a line, and nothing else. */
    JSON
}
