package dev.scimbridge.upstream.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What an error of the workspace means. The vendor documents neither codes nor words, so these are the usual ones of
 * GraphQL servers and gateways. Only what is surely about the bridge and not about the person may be told from a
 * refusal by its words: a business word taken for an outage would hold up everybody.
 */
enum Meaning {
    /** The credentials are wrong, expired or lack the capability. */
    UNAUTHORISED,
    /** Too many calls. */
    RATE_LIMITED,
    /** The workspace broke; nobody knows how far it came. */
    UNKNOWN,
    /** Understood and not done. */
    REFUSED;

    private record Question(Predicate<GraphqlError> yes, Meaning then) {}

    /** Asked in this order; codes before words, because a code is meant for machines. */
    private static final List<Question> QUESTIONS = List.of(
            code(
                    UNAUTHORISED,
                    "UNAUTHENTICATED, UNAUTHORIZED, UNAUTHORISED, FORBIDDEN, PERMISSION_DENIED, ACCESS_DENIED, "
                            + "AUTHENTICATION_ERROR, AUTHENTICATION_FAILED, AUTHORIZATION_ERROR, INVALID_JWT, "
                            + "INVALID_TOKEN, TOKEN_EXPIRED, INVALID_API_KEY, 401, 403"),
            code(
                    RATE_LIMITED,
                    "RATE_LIMITED, RATE_LIMIT, RATE_LIMIT_EXCEEDED, RATELIMITED, THROTTLED, TOO_MANY_REQUESTS, "
                            + "ENHANCE_YOUR_CALM, 429"),
            code(
                    UNKNOWN,
                    "INTERNAL_SERVER_ERROR, INTERNAL_ERROR, INTERNAL, SERVER_ERROR, TIMEOUT, GATEWAY_TIMEOUT, "
                            + "BAD_GATEWAY, SERVICE_UNAVAILABLE, UNAVAILABLE, DEADLINE_EXCEEDED, REQUEST_TIMEOUT, "
                            + "DOWNSTREAM_SERVICE_ERROR, EXECUTION_ABORTED, EXECUTIONABORTED, UNKNOWN, 408, 500, "
                            + "502, 503, 504"),
            code(
                    REFUSED,
                    "BAD_USER_INPUT, BAD_REQUEST, VALIDATION_ERROR, VALIDATIONERROR, GRAPHQL_VALIDATION_FAILED, "
                            + "INVALID_ARGUMENT, ALREADY_EXISTS, CONFLICT, NOT_FOUND, 400, 404, 409, 422"),
            words(
                    UNAUTHORISED,
                    "unauthenticated",
                    "unauthori[sz]ed",
                    "forbidden",
                    "(permission|access|authori[sz]ation) denied",
                    "not (authenticated|authori[sz]ed|logged in)",
                    "(authentication|authori[sz]ation) (failed|failure|error|required|credentials)",
                    "(invalid|expired|revoked|missing|wrong|bad) (api |access )?(credentials?|secret|token)",
                    "(invalid|expired|revoked|missing|wrong|bad|unknown) (api|access)[ -]?key",
                    "(credentials?|secret|((api|access)[ -]?(key|token))) (\\w+ ){1,3}"
                            + "(invalid|expired|revoked|missing|required)",
                    "(does not have|lacks|insufficient|missing( the)?|no) (\\w+ ){0,3}"
                            + "(permissions?|privileges?|capabilit(y|ies))",
                    "not (allowed|permitted) to perform this",
                    "signature has expired"),
            words(RATE_LIMITED, "rate[ -]?limit(s|ed|ing|er)?", "too many requests", "throttl(ed|ing)"),
            words(
                    UNKNOWN,
                    "internal (server )?(error|failure|exception)",
                    "server error",
                    "(service|server|backend|database|system)( is)?( temporarily| currently)? unavailable",
                    "temporarily unavailable",
                    "timed out",
                    "time-?out",
                    "deadline exceeded",
                    "bad gateway",
                    "try again later",
                    "(unexpected|unhandled|unknown) (error|exception)",
                    "something went wrong",
                    "connection (refused|reset|closed|error)",
                    "deadlock( detected)?",
                    "overloaded",
                    "under maintenance"));

    /**
     * What the person is called says nothing: addresses and quotations are looked away from. A quotation starts and
     * ends at a word's edge, so that an apostrophe opens none.
     */
    private static final Pattern NAMES = Pattern.compile("[^\\s\"'<>()]+@[^\\s\"'<>()]+"
            + "|\"[^\"]*\"|“[^”]*”|`[^`]*`|(?<![\\p{L}\\p{N}])'[^']*'(?![\\p{L}\\p{N}])");

    /** Long enough for any message, short enough for patterns. */
    private static final int READ = 2000;

    static Meaning of(GraphqlError error) {
        return QUESTIONS.stream()
                .filter(question -> question.yes.test(error))
                .map(Question::then)
                .findFirst()
                .orElse(REFUSED);
    }

    private static Question code(Meaning then, String codes) {
        Set<String> known = Set.of(codes.split(", "));
        return new Question(error -> known.contains(error.code()), then);
    }

    private static Question words(Meaning then, String... patterns) {
        Pattern any = Pattern.compile("\\b(" + String.join("|", patterns) + ")\\b");
        return new Question(error -> any.matcher(readable(error.message())).find(), then);
    }

    private static String readable(String message) {
        String start = message.substring(0, Math.min(READ, message.length())).toLowerCase(Locale.ROOT);
        String nameless = NAMES.matcher(start).replaceAll(" … ");
        boolean allQuoted = nameless.chars().noneMatch(Character::isLetter);
        return (allQuoted ? start : nameless).replaceAll("\\s+", " ");
    }
}
