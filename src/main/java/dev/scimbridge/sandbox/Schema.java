package dev.scimbridge.sandbox;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** The workspace's GraphQL schema, made once; what each call meets behind it is its {@link Script}. */
final class Schema {
    private static final GraphQL GRAPHQL = GraphQL.newGraphQL(
                    new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(definition()), wiring()))
            .build();
    private static final String OK = "ok";

    private Schema() {}

    static Answer answer(Request request, Script script, String workspaceUid) {
        AtomicBoolean applied = new AtomicBoolean();
        ExecutionInput input = ExecutionInput.newExecutionInput()
                .query(request.query())
                .variables(request.variables())
                .graphQLContext(Map.of(Script.class, script, AtomicBoolean.class, applied, String.class, workspaceUid))
                .build();
        ExecutionResult result = GRAPHQL.execute(input);
        return new Answer(result.toSpecification(), gist(result), applied.get());
    }

    /** The account types this workspace knows. */
    static List<String> accountTypes() {
        return ((GraphQLEnumType)
                        Objects.requireNonNull(GRAPHQL.getGraphQLSchema().getType("UserAccountType")))
                .getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
    }

    private static RuntimeWiring wiring() {
        return RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        query -> query.dataFetcher("listUsers", Schema::listUsers)
                                .dataFetcher("listWorkspaces", Schema::listWorkspaces))
                .type(
                        "Mutation",
                        mutation -> mutation.dataFetcher(
                                        "inviteUser",
                                        command(call ->
                                                new Command.Invite(word(call, "email"), word(call, "accountType"))))
                                .dataFetcher(
                                        "updateUserAccountType",
                                        command(call -> new Command.ChangeAccountType(
                                                word(call, "uid"), word(call, "accountType"))))
                                .dataFetcher("disableUser", command(call -> new Command.Disable(word(call, "uid")))))
                .build();
    }

    private static Object listUsers(DataFetchingEnvironment call) {
        Script script = called(call, Script.class);
        Verdict verdict = script.verdict().orElse(new Verdict.Done(true));
        Roster roster = script.listing().get();
        return told(call, verdict, Map.of("activeUsers", roster.activeUsers(), "invitedUsers", roster.invitedUsers()));
    }

    private static Object listWorkspaces(DataFetchingEnvironment call) {
        Verdict verdict = called(call, Script.class).verdict().orElse(new Verdict.Done(true));
        Map<String, Object> here = Map.of("uid", called(call, String.class), "name", "Sandbox");
        return told(call, verdict, Map.of("workspaces", List.of(here)));
    }

    private static DataFetcher<Object> command(Function<DataFetchingEnvironment, Command> reading) {
        return call -> told(call, called(call, Script.class).commands().apply(reading.apply(call)), Map.of());
    }

    private static Object told(DataFetchingEnvironment call, Verdict verdict, Map<String, Object> more) {
        if (verdict instanceof Verdict.Refused refused) {
            var error = GraphqlErrorBuilder.newError(call).message("%s", refused.words());
            refused.code().ifPresent(code -> error.extensions(Map.of("code", code)));
            return DataFetcherResult.newResult().error(error.build()).build();
        }
        if (verdict.changed()) {
            called(call, AtomicBoolean.class).set(true);
        }
        Map<String, Object> body = new HashMap<>(more);
        body.put(OK, verdict instanceof Verdict.Done);
        return body;
    }

    private static String gist(ExecutionResult result) {
        if (!result.getErrors().isEmpty()) {
            return "errors: " + result.getErrors().get(0).getMessage();
        }
        Map<String, Object> data = Objects.requireNonNull(result.getData());
        boolean declined = data.values().stream()
                .anyMatch(field -> field instanceof Map<?, ?> answer && Boolean.FALSE.equals(answer.get(OK)));
        return declined ? "not-ok" : OK;
    }

    private static <T> T called(DataFetchingEnvironment call, Class<T> type) {
        return Objects.requireNonNull(call.getGraphQlContext().get(type));
    }

    private static String word(DataFetchingEnvironment call, String argument) {
        return Objects.requireNonNull(call.getArgument(argument));
    }

    private static String definition() {
        try (InputStream file = Schema.class.getResourceAsStream("workspace.graphqls")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
