package dev.scimbridge.app;

import dev.scimbridge.app.Settings.Credentials;
import dev.scimbridge.lifecycle.AccountType;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What settings must say together. A value that is wrong by itself has been told and is not told again here. */
final class Agreement {
    private final Sheet sheet;

    Agreement(Sheet sheet) {
        this.sheet = sheet;
    }

    void check() {
        credentials();
        tokens();
        tls();
        host(Keys.HOST);
        host(Keys.MANAGEMENT_HOST);
        ports();
        accountTypes();
    }

    private void credentials() {
        Secret secret = sheet.maybe(Keys.API_SECRET);
        if (secret == null) {
            return;
        }
        String value = secret.reveal();
        if (value.startsWith(Credentials.COMPANY_TOKEN)) {
            if (!sheet.has(Keys.WORKSPACE_UID)) {
                sheet.mistake(Keys.WORKSPACE_UID, "is missing: a company token (prdm_cmp_…) must say which workspace");
            }
        } else if (!value.startsWith(Credentials.WORKSPACE_TOKEN) && !sheet.has(Keys.API_KEY)) {
            sheet.mistake(
                    Keys.API_KEY,
                    "is missing: only a bearer token (prdm_wsp_…, prdm_cmp_…) in " + sheet.as(Keys.API_SECRET)
                            + " needs none");
        }
    }

    private void tokens() {
        if (!sheet.has(Keys.TOKEN) && !sheet.has(Keys.TOKENS)) {
            sheet.mistake(
                    Keys.TOKEN,
                    "is missing: the bearer token that the identity provider sends, at least 32 characters; openssl"
                            + " rand -hex 32 makes a good one");
        }
        Set<String> hashes = new HashSet<>();
        String token = sheet.maybe(Keys.TOKEN);
        if (token != null) {
            hashes.add(token);
        }
        Map<String, Admitted> named = sheet.maybe(Keys.TOKENS);
        if (named == null) {
            return;
        }
        if (token != null && named.containsKey(SettingsReader.DEFAULT_TOKEN)) {
            sheet.mistake(
                    Keys.TOKENS, "the name " + SettingsReader.DEFAULT_TOKEN + " is that of " + sheet.as(Keys.TOKEN));
        }
        named.forEach((name, admitted) -> {
            if (!hashes.add(admitted.sha256())) {
                sheet.mistake(Keys.TOKENS, Given.shown(name) + " is the same token as another one");
            }
        });
    }

    private void tls() {
        boolean certificate = sheet.has(Keys.TLS_CERTIFICATE);
        boolean key = sheet.has(Keys.TLS_KEY);
        if (certificate != key) {
            Setting<?> lone = certificate ? Keys.TLS_CERTIFICATE : Keys.TLS_KEY;
            Setting<?> other = certificate ? Keys.TLS_KEY : Keys.TLS_CERTIFICATE;
            sheet.mistake(lone, "needs " + sheet.as(other) + " beside it");
        }
        if (sheet.has(Keys.TLS) && (certificate || key)) {
            sheet.mistake(
                    Keys.TLS, "TLS ends either in front of the bridge (terminated) or in it (files): leave one out");
        }
    }

    private void host(Setting<String> setting) {
        String host = sheet.maybe(setting);
        boolean safe = sheet.has(Keys.TLS) || sheet.has(Keys.TLS_CERTIFICATE) || sheet.has(Keys.TLS_KEY);
        if (host != null && !Hosts.isLoopback(host) && !safe) {
            sheet.mistake(
                    setting,
                    Given.shown(host) + " is not loopback, so tokens would travel in the clear; give "
                            + Keys.TLS.name().usual() + "=terminated if something in front speaks TLS");
        }
    }

    private void ports() {
        Integer scim = sheet.maybe(Keys.PORT);
        Integer management = sheet.maybe(Keys.MANAGEMENT_PORT);
        if (scim != null && scim != 0 && scim.equals(management)) {
            Setting<?> written = sheet.has(Keys.MANAGEMENT_PORT) ? Keys.MANAGEMENT_PORT : Keys.PORT;
            Setting<?> other = sheet.has(Keys.MANAGEMENT_PORT) ? Keys.PORT : Keys.MANAGEMENT_PORT;
            sheet.mistake(written, scim + " is also " + sheet.as(other) + "; the two doors need two ports");
        }
    }

    private void accountTypes() {
        Optional<AccountType> byDefault = sheet.maybe(Keys.TYPES_DEFAULT);
        Optional<Set<AccountType>> grantable = sheet.maybe(Keys.TYPES_GRANTABLE);
        if (byDefault == null || byDefault.isEmpty() || grantable == null || grantable.isEmpty()) {
            return;
        }
        if (!grantable.get().contains(byDefault.get())) {
            Setting<?> written = sheet.has(Keys.TYPES_DEFAULT) ? Keys.TYPES_DEFAULT : Keys.TYPES_GRANTABLE;
            sheet.mistake(
                    written,
                    "the default " + byDefault.get() + " is not grantable; add it to "
                            + sheet.as(Keys.TYPES_GRANTABLE) + " or give "
                            + Keys.TYPES_DEFAULT.name().usual()
                            + " one that is, or none");
        }
    }
}
