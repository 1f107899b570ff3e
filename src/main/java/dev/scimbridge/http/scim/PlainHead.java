package dev.scimbridge.http.scim;

import dev.scimbridge.http.scim.write.Body;
import dev.scimbridge.scim.ScimProblem;
import java.io.CharConversionException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the head of a request before anything is made of it: a target that is a URI, headers that cannot be
 * taken for others or for lines of a log, a body whose end is plain (RFC 9112 2 to 7). The server underneath is lenient in
 * all of it, and fails with a page of its own where that goes wrong.
 */
final class PlainHead {
    private static final String NEVER_RAW = "\"<>\\^`{|}";
    private static final Letters IN_TOKENS = new Letters("!#$%&'*+-.^_`|~");
    private static final Letters IN_PATHS = new Letters("/-._~");
    private static final Set<Protocol> SPOKEN = Set.of(Protocol.HTTP_1_0, Protocol.HTTP_1_1);

    /** The last one that was found to be the name of a host: most requests come from clients that say the same. */
    private volatile String host = "";

    /**
     * Passes a head that is plain.
     *
     * @throws ScimProblem 400, 413, 415, 417 or 505
     */
    void check(HttpRequestPacket request) {
        if (!SPOKEN.contains(request.getProtocol())) {
            throw otherVersion();
        }
        Method method = request.getMethod();
        if (method == Method.CONNECT || method == Method.PRI || !isToken(method.getMethodString())) {
            throw malformed("the method is none of SCIM's");
        }
        checkTarget(request);
        checkHeaders(request.getHeaders());
        checkHost(request.getHeaders());
        checkBody(request);
    }

    static ScimProblem otherVersion() {
        return ScimProblem.of(505, null, "the bridge speaks HTTP/1.1");
    }

    private static ScimProblem malformed(String detail) {
        return ScimProblem.of(400, null, detail);
    }

    private static void checkTarget(HttpRequestPacket request) {
        String path = request.getRequestURIRef().getRequestURIBC().toString();
        boolean plain = isPlain(path) && isPlain(request.getQueryString());
        if (!path.startsWith("/") || !plain || !isPath(path) || !isDecodable(request)) {
            throw malformed("the request target is not a valid URI");
        }
    }

    /** Of what cannot be wrong almost all paths are made. */
    private static boolean isPath(String path) {
        return IN_PATHS.holdsAll(path) || uri("http://bridge" + path) != null;
    }

    private static boolean isPlain(@Nullable String target) {
        if (target == null) {
            return true;
        }
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            boolean escaped = c != '%' || isEscape(target, i);
            if (c <= ' ' || c >= 0x7f || NEVER_RAW.indexOf(c) >= 0 || !escaped) {
                return false;
            }
        }
        return true;
    }

    /** Two hexadecimal digits, and no control character. */
    private static boolean isEscape(String target, int at) {
        return isHex(target, at + 1)
                && isHex(target, at + 2)
                && Character.digit(target.charAt(at + 1), 16) > 1
                && !target.regionMatches(true, at, "%7f", 0, 3);
    }

    private static boolean isHex(String target, int at) {
        return at < target.length() && Character.digit(target.charAt(at), 16) >= 0;
    }

    /** Asks of the server what it will do itself: a path may not climb above its root. */
    private static boolean isDecodable(HttpRequestPacket request) {
        try {
            request.getRequestURIRef().getDecodedRequestURIBC(true);
            return true;
        } catch (CharConversionException e) {
            return false;
        }
    }

    private static void checkHeaders(MimeHeaders headers) {
        for (int i = 0; i < headers.size(); i++) {
            if (!isToken(headers.getName(i).toString())) {
                throw malformed("the name of a header is none");
            }
            if (hasControl(headers.getValue(i).toString())) {
                throw malformed("a header holds a control character");
            }
        }
    }

    /** Of ASCII: the bytes of other alphabets arrive as characters from 0x80 on. */
    private static boolean hasControl(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                return true;
            }
        }
        return false;
    }

    private static boolean isToken(String name) {
        return !name.isEmpty() && IN_TOKENS.holdsAll(name);
    }

    /** Letters and digits, and some characters more. */
    private static final class Letters {
        private final boolean[] known = new boolean[0x80];

        Letters(String others) {
            for (char c = 0; c < known.length; c++) {
                known[c] = Character.isLetterOrDigit(c) || others.indexOf(c) >= 0;
            }
        }

        boolean holdsAll(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c >= known.length || !known[c]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Locations are made of it. */
    private void checkHost(MimeHeaders headers) {
        String said = headers.getHeader(Header.Host);
        if (said == null) {
            return;
        }
        if (count(headers, Header.Host) > 1 || !(said.equals(host) || isAuthority(said))) {
            throw malformed("there must be one Host header with the name of a host");
        }
        host = said;
    }

    /** Whether this is a host with or without a port, and nothing else. */
    static boolean isAuthority(String text) {
        URI uri = uri("http://" + text + "/");
        return uri != null
                && uri.getHost() != null
                && uri.getRawAuthority().equals(text)
                && uri.getRawUserInfo() == null;
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Two readings of where a body ends would let a request hide in another (RFC 9112 11.2). */
    private static void checkBody(HttpRequestPacket request) {
        MimeHeaders headers = request.getHeaders();
        String coding = headers.getHeader(Header.TransferEncoding);
        boolean both = coding != null && headers.contains(Header.ContentLength);
        boolean known = request.isChunked() && "chunked".equalsIgnoreCase(coding);
        boolean strange = coding != null && (!known || count(headers, Header.TransferEncoding) > 1);
        if (both || strange || count(headers, Header.ContentLength) > 1) {
            throw malformed("a body is framed either by one Content-Length or by Transfer-Encoding: chunked");
        }
        if (request.getContentLength() > Body.LARGEST) {
            throw tooLarge();
        }
        String encoding = headers.getHeader(Header.ContentEncoding);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw ScimProblem.unsupportedMediaType("send the body without Content-Encoding");
        }
        String expectation = headers.getHeader(Header.Expect);
        if (expectation != null && !expectation.equalsIgnoreCase("100-continue")) {
            throw ScimProblem.of(417, null, "only 100-continue can be expected");
        }
    }

    static ScimProblem tooLarge() {
        return ScimProblem.tooLarge("a body may have at most " + Body.LARGEST + " bytes");
    }

    private static int count(MimeHeaders headers, Header name) {
        int count = 0;
        for (String ignored : headers.values(name)) {
            count++;
        }
        return count;
    }
}
