package sample;

import dev.wit4j.Bytes;
import dev.wit4j.host.ComponentHost;
import dev.wit4j.host.Stores;
import dev.wit4j.journal.StorageException;
import dev.wit4j.runtime.WorkerException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wit.golem.examples.api.Api;

/** Runs {@link KeyValueService} as a durable worker. */
@Command(
        name = "key-value",
        description = "Sets a value and reads it back, by a durable worker. What one run leaves, the next finds.")
public final class Main implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Prints this.")
    private boolean help;

    @Option(
            names = "--store",
            paramLabel = "URI",
            scope = CommandLine.ScopeType.INHERIT,
            defaultValue = "file:./data",
            description = "Where everything lives: " + Stores.FORMS + ". Default: ${DEFAULT-VALUE}")
    private String store = "";

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((e, command, parsed) -> failure(e))
                .execute(arguments);
    }

    private static int failure(Exception e) throws Exception {
        if (e instanceof StorageException || e instanceof WorkerException || e instanceof IllegalArgumentException) {
            System.err.println("key-value: " + e.getMessage());
            return 1;
        }
        throw e;
    }

    @Override
    public Integer call() {
        try (ComponentHost host = open()) {
            Api api = api(host);
            System.out.println("greetings/hello was " + show(api.get("greetings", "hello")));
            api.set(
                    "greetings",
                    "hello",
                    Bytes.utf8("Hello from process " + ProcessHandle.current().pid()));
            System.out.println("greetings/hello is  " + show(api.get("greetings", "hello")));
        }
        return 0;
    }

    @Command(name = "get", description = "Prints a value.")
    Integer get(@Parameters(paramLabel = "BUCKET") String bucket, @Parameters(paramLabel = "KEY") String key) {
        try (ComponentHost host = open()) {
            Optional<Bytes> value = api(host).get(bucket, key);
            System.out.println(show(value));
            return value.isPresent() ? 0 : 1;
        }
    }

    @Command(name = "set", description = "Sets a value.")
    Integer set(
            @Parameters(paramLabel = "BUCKET") String bucket,
            @Parameters(paramLabel = "KEY") String key,
            @Parameters(paramLabel = "VALUE") String value) {
        try (ComponentHost host = open()) {
            api(host).set(bucket, key, Bytes.utf8(value));
            return 0;
        }
    }

    private ComponentHost open() {
        return ComponentHost.open(store, List.of(KeyValueComponent.COMPONENT));
    }

    private static Api api(ComponentHost host) {
        return host.worker(KeyValueComponent.COMPONENT, "demo").exports().api();
    }

    private static String show(Optional<Bytes> value) {
        return value.map(Bytes::toUtf8String).orElse("(absent)");
    }
}
