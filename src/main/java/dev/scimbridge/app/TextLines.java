package dev.scimbridge.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A log event as one line for people: time (ISO-8601, UTC), level, last name of the logger, message. Nobody can write a
 * line of the log by what they send: those of a failure follow, moved in.
 */
final class TextLines extends LayoutBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** Control characters, and those that break or turn a line. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t]]+");

    private static final Pattern BREAKS = Pattern.compile("[\\n\\t]+");
    private static final int LEVEL = 5;

    @Override
    public String doLayout(ILoggingEvent event) {
        String level = event.getLevel().toString();
        String logger = event.getLoggerName();
        StringBuilder text = new StringBuilder(TIME.format(event.getInstant()))
                .append(' ')
                .append(level)
                .append(" ".repeat(Math.max(1, LEVEL + 1 - level.length())))
                .append(logger, logger.lastIndexOf('.') + 1, logger.length())
                .append(" - ")
                .append(BREAKS.matcher(seen(event.getFormattedMessage())).replaceAll(" "))
                .append('\n');
        if (event.getThrowableProxy() != null) {
            text.append(movedIn(ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
        return text.toString();
    }

    private static String seen(String text) {
        return UNSEEN.matcher(text).replaceAll(" ");
    }

    private static String movedIn(String failure) {
        return seen(failure).lines().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }
}
