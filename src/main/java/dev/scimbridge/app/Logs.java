package dev.scimbridge.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.jul.LevelChangePropagator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sets the log up, in code, so that there is one place to read and none to forget in a jar. */
final class Logs {
    /** Control characters, and those that break or turn a line, in a message and in what a failure says of itself. */
    private static final String UNSEEN = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t]]+";

    /** Nobody can write a line of the log by what they send: those of a failure are moved in. */
    private static final String PATTERN = "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\",UTC} %-5level %logger{0}"
            + " - %replace(%replace(%msg){'" + UNSEEN + "', ' '}){'[\\n\\t]+', ' '}%n"
            + "%replace(%replace(%ex){'" + UNSEEN + "', ' '}){'(?m)^(?=.)', '  '}";

    private Logs() {}

    /** From here on all libraries write through one appender: ours from INFO up, the others from WARN. */
    static void start(LogFormat format) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.setName("scim-bridge");
        ConsoleAppender<ILoggingEvent> out = new ConsoleAppender<>();
        out.setContext(context);
        out.setEncoder(encoder(format, context));
        out.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(out);
        root.setLevel(Level.WARN);
        context.getLogger("dev.scimbridge").setLevel(Level.INFO);
        takeOver(context);
    }

    static Encoder<ILoggingEvent> encoder(LogFormat format, LoggerContext context) {
        if (format == LogFormat.JSON) {
            JsonLines lines = new JsonLines();
            lines.setContext(context);
            lines.start();
            return lines;
        }
        PatternLayoutEncoder pattern = new PatternLayoutEncoder();
        pattern.setContext(context);
        pattern.setPattern(PATTERN);
        pattern.start();
        return pattern;
    }

    /** Jersey and Grizzly write to java.util.logging, which learns the levels too, so that what is off costs nothing. */
    private static void takeOver(LoggerContext context) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        LevelChangePropagator levels = new LevelChangePropagator();
        levels.setContext(context);
        levels.setResetJUL(true);
        levels.start();
        context.addListener(levels);
    }
}
