package dev.scimbridge.http.scim;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call a resource. Every resource declares it; the door does not open while one does not. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Callers {
    Who value();

    /** Kinds of callers. */
    enum Who {
        /** Those who present a token of an identity provider. */
        TOKEN_HOLDERS
    }
}
