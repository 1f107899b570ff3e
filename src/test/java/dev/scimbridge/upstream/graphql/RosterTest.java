package dev.scimbridge.upstream.graphql;

import static dev.scimbridge.upstream.graphql.Scripted.refused;
import static dev.scimbridge.upstream.graphql.Scripted.rosterAnswered;
import static dev.scimbridge.upstream.graphql.Scripted.unauthorised;
import static dev.scimbridge.upstream.graphql.Scripted.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.upstream.Roster;
import dev.scimbridge.upstream.Sighting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of a listing. Quotation marks are written ' here. */
class RosterTest {
    private static Answer<Roster> answered(String body) {
        return rosterAnswered(body.replace('\'', '"'));
    }

    private static List<Sighting> people(String body) {
        return answered(body) instanceof Answer.Data<Roster> data ? data.value().people() : List.of();
    }

    private static String listing(String active, String invited) {
        return "{'data':{'listUsers':{'ok':true,'activeUsers':[" + active + "],'invitedUsers':[" + invited + "]}}}";
    }

    private static Sighting sighting(String email, Observed observed) {
        return new Sighting(Address.of(email), email, null, observed);
    }

    private static Observed invited(String type) {
        return new Observed.Invited(new AccountType(type));
    }

    private static Observed expired(String type) {
        return new Observed.Expired(new AccountType(type));
    }

    @Test
    void the_example_of_the_documentation_is_read() {
        String body = listing(
                "{'uid':'1b05','email':'alexandra@acme.io','name':'Alexandra James','accountType':'ADMIN'}",
                "{'email':'max@acme.io','accountType':'ADMIN','inviteStatus':'EXPIRED'},"
                        + "{'email':'john@acme.io','accountType':'DEVELOPER','inviteStatus':'ACTIVE'}");
        assertThat(people(body))
                .containsExactly(
                        new Sighting(
                                Address.of("alexandra@acme.io"),
                                "alexandra@acme.io",
                                "Alexandra James",
                                new Observed.Active("1b05", AccountType.ADMIN)),
                        sighting("max@acme.io", expired("ADMIN")),
                        sighting("john@acme.io", invited("DEVELOPER")));
    }

    @Test
    void an_empty_workspace_is_a_listing() {
        Answer<Roster> nobody = new Answer.Data<>(new Roster(List.of()));
        assertThat(answered(listing("", ""))).isEqualTo(nobody);
        assertThat(answered("{'data':{'listUsers':{'activeUsers':null,'invitedUsers':null,'ok':true}}}"))
                .isEqualTo(nobody);
    }

    @Test
    void fields_come_in_any_order_and_unknown_ones_are_passed_over() {
        String body = "{'extensions':{'a':[{'b':[]}]},'data':{'me':{'listUsers':[]},'listUsers':{'total':2,"
                + "'invitedUsers':[{'inviteStatus':'SENT','invitedBy':{'email':'boss@acme.io'},'email':'b@acme.io',"
                + "'accountType':'BUSINESS'}],'activeUsers':[{'teams':['x',{'uid':'9'}],'name':null,"
                + "'accountType':'ANALYST','email':'a@acme.io','uid':'1'}],'ok':true}},'errors':[]}";
        assertThat(people(body))
                .containsExactly(
                        sighting("b@acme.io", invited("BUSINESS")),
                        sighting("a@acme.io", new Observed.Active("1", new AccountType("ANALYST"))));
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED,true", "expired,true", " Expired ,true", "ACTIVE,false", "SENT,false", "WHATEVER,false"})
    void an_invite_is_open_unless_it_is_called_expired(String status, boolean over) {
        String body = listing("", "{'email':'a@acme.io','accountType':'ADMIN','inviteStatus':'" + status + "'}");
        assertThat(people(body)).containsExactly(sighting("a@acme.io", over ? expired("ADMIN") : invited("ADMIN")));
    }

    @Test
    void an_invite_without_a_status_is_open() {
        String body = listing(
                "",
                "{'email':'a@acme.io','accountType':'ADMIN','inviteStatus':null},{'email':'b@acme.io','accountType':'ADMIN'}");
        assertThat(people(body))
                .containsExactly(sighting("a@acme.io", invited("ADMIN")), sighting("b@acme.io", invited("ADMIN")));
    }

    @Test
    void an_account_type_nobody_has_heard_of_is_kept_and_a_missing_one_is_called_unknown() {
        String body = listing(
                "{'uid':'1','email':'a@acme.io','accountType':'night_porter'},{'uid':'2','email':'b@acme.io'},"
                        + "{'uid':'3','email':'c@acme.io','accountType':null},{'uid':'4','email':'d@acme.io','accountType':{'x':1}}",
                "");
        assertThat(people(body))
                .extracting(Sighting::observed)
                .containsExactly(
                        new Observed.Active("1", new AccountType("NIGHT_PORTER")),
                        new Observed.Active("2", new AccountType("UNKNOWN")),
                        new Observed.Active("3", new AccountType("UNKNOWN")),
                        new Observed.Active("4", new AccountType("UNKNOWN")));
    }

    @Test
    void an_entry_that_names_nobody_is_passed_over() {
        String body = listing(
                "null,7,'x',[],{},{'uid':'1'},{'uid':'2','email':null},{'uid':'3','email':' '},{'uid':'4','email':5},"
                        + "{'email':'nouid@acme.io'},{'uid':'','email':'blank@acme.io'},{'uid':'5','email':'a@acme.io'}",
                "{'accountType':'ADMIN'},{'email':'b@acme.io'}");
        assertThat(people(body)).extracting(Sighting::email).containsExactly("a@acme.io", "b@acme.io");
    }

    @Test
    void the_address_is_compared_in_one_form_and_kept_as_written() {
        String body =
                listing("{'uid':'1','email':' Zo\\u0065\\u0308.Ann@ACME.io '}", "{'email':'zo\\u00eb.ann@acme.io'}");
        List<Sighting> people = people(body);
        assertThat(people).hasSize(1);
        assertThat(people.get(0).address()).isEqualTo(new Address("zo\u00eb.ann@acme.io"));
        assertThat(people.get(0).email()).isEqualTo("Zoe\u0308.Ann@ACME.io");
        assertThat(people.get(0).observed()).isInstanceOf(Observed.Active.class);
    }

    @Test
    void of_several_entries_active_beats_an_open_invite_which_beats_an_expired_one() {
        String body = "{'data':{'listUsers':{'ok':true,'invitedUsers':["
                + "{'email':'a@acme.io','inviteStatus':'EXPIRED','accountType':'ADMIN'},"
                + "{'email':'b@acme.io','inviteStatus':'EXPIRED','accountType':'ADMIN'},"
                + "{'email':'B@acme.io','inviteStatus':'SENT','accountType':'BUSINESS'},"
                + "{'email':'b@acme.io','inviteStatus':'EXPIRED','accountType':'ADMIN'},"
                + "{'email':'b@acme.io','inviteStatus':'SENT','accountType':'ANALYST'}],"
                + "'activeUsers':[{'uid':'1','email':'c@acme.io','accountType':'ADMIN'},"
                + "{'uid':'2','email':'A@acme.io','accountType':'DEVELOPER'}]}}}";
        assertThat(people(body))
                .containsExactly(
                        new Sighting(
                                Address.of("a@acme.io"),
                                "A@acme.io",
                                null,
                                new Observed.Active("2", AccountType.DEVELOPER)),
                        sighting("B@acme.io", invited("BUSINESS")),
                        sighting("c@acme.io", new Observed.Active("1", AccountType.ADMIN)));
    }

    @Test
    void several_accounts_with_one_address_are_one_person_with_all_uids() {
        String body = listing(
                "{'uid':'1','email':'a@acme.io','accountType':'ADMIN'},{'uid':'2','email':'A@acme.io','accountType':'BUSINESS'},"
                        + "{'uid':'1','email':'a@acme.io','accountType':'BUSINESS'}",
                "{'email':'a@acme.io'}");
        assertThat(people(body))
                .containsExactly(sighting("a@acme.io", new Observed.Active(List.of("1", "2"), AccountType.ADMIN)));
    }

    @Test
    void an_admin_behind_a_plain_account_is_an_admin() {
        String body = listing(
                "{'uid':'1','email':'a@acme.io','accountType':'BUSINESS'},{'uid':'2','email':'a@acme.io','accountType':'ADMIN'},"
                        + "{'uid':'3','email':'a@acme.io','accountType':'WORKSPACE_ADMIN'}",
                "");
        assertThat(people(body))
                .containsExactly(sighting("a@acme.io", new Observed.Active(List.of("2", "1", "3"), AccountType.ADMIN)));
    }

    @Test
    void a_listing_that_lacks_a_list_is_not_believed() {
        assertThat(answered("{'data':{'listUsers':{'ok':true,'activeUsers':[]}}}"))
                .isEqualTo(unknown("the listing lacks invitedUsers"));
        assertThat(answered("{'data':{'listUsers':{'ok':true,'invitedUsers':[]}}}"))
                .isEqualTo(unknown("the listing lacks activeUsers"));
        assertThat(answered("{'data':{'listUsers':{'ok':true,'activeUsers':{},'invitedUsers':[]}}}"))
                .isEqualTo(unknown("HTTP 200, the answer is not a listing: activeUsers is not a list"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data':{'listUsers':{'activeUsers':[],'invitedUsers':[]}}}",
                "{'data':{'listUsers':null}}",
                "{'data':{'listUsers':{'ok':true,'activeUsers':[],'invitedUsers':[],'activeUsers':[]}}}",
                "{'data':{'listUsers':{'ok':true,'activeUsers':[],'invitedUsers':[]}},'data':null}",
                "{'data':{'listUsers':{'ok':true,'activeUsers':[{'uid':'1','uid':'2'}],'invitedUsers':[]}}}",
                "{'data':{'listUsers':{'ok':true,'activeUsers':[],'invitedUsers':[]}}",
                "{'data':{'listUsers':{'ok':true,'invitedUsers':[],'activeUsers':[{'uid':'1','email':'a@ac",
                "{'data':{'listUsers':{'ok':true,'activeUsers':[],'invitedUsers':[]}}} x",
                "{'data':{'listUsers':{'ok':true,'activeUsers':[],'invitedUsers':[]}},'errors':[{'message':'half'}]}",
                "{'errors':[{'message':'half'}],'data':{'listUsers':{'ok':true,'activeUsers':[],'invitedUsers':[]}}}"
            })
    void a_listing_that_is_not_whole_is_not_believed(String body) {
        assertThat(answered(body)).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void a_listing_may_be_refused() {
        assertThat(answered("{'data':{'listUsers':{'ok':false,'activeUsers':[],'invitedUsers':[]}}}"))
                .isEqualTo(refused("the workspace answered listUsers with ok: false"));
        assertThat(answered("{'errors':[{'message':'Permission denied'}],'data':{'listUsers':null}}"))
                .isEqualTo(unauthorised("Permission denied"));
        assertThat(answered("{'data':null,'errors':[{'message':'Workspace is archived'}]}"))
                .isEqualTo(refused("Workspace is archived"));
    }
}
