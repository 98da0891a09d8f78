package dev.wit4j.host;

import dev.wit4j.ErrorResultException;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.JavaComponent;
import dev.wit4j.runtime.Worker;
import dev.wit4j.runtime.WorkerException;
import dev.wit4j.value.ValueException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wit.wasi.logging.logging.Level;

/** The program that runs the components of the jars on the class path. */
@Command(
        name = "wit4j-host",
        description = "Runs components as durable workers.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = JournalCommand.class)
public final class HostCommand {
    private static final String DEFAULT_STORE = "file:./data";

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
            description = "Where everything lives: " + Stores.FORMS + ". Default: " + DEFAULT_STORE)
    private Optional<String> store = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = CommandLine.ScopeType.INHERIT,
            description = "A file of properties that says more: the store, limits, access to buckets, how workers run,"
                    + " options of Redis.")
    private Optional<Path> configuration = Optional.empty();

    @Option(
            names = "--watch",
            paramLabel = "BUCKET=WORKER",
            scope = CommandLine.ScopeType.INHERIT,
            description = "A worker, COMPONENT/NAME, that hears of every change of a bucket.")
    private Map<String, String> watches = new LinkedHashMap<>();

    private final List<JavaComponent<?, ?, ?>> components;

    private HostCommand(List<JavaComponent<?, ?, ?>> components) {
        this.components = components;
    }

    /** Runs the program: exits with 0 if all is well, 1 if the call failed or a journal is damaged, 2 if the command
     * line is wrong. */
    public static void main(String[] arguments) {
        System.exit(run(Components.installed(), arguments));
    }

    static int run(List<JavaComponent<?, ?, ?>> components, String... arguments) {
        CommandLine command = new CommandLine(new HostCommand(components));
        return command.setExecutionExceptionHandler((e, failed, parsed) -> failure(e, command))
                .execute(arguments);
    }

    private static int failure(Exception e, CommandLine command) throws Exception {
        if (e instanceof CompletionException && e.getCause() instanceof Exception cause) {
            return failure(cause, command);
        }
        if (e instanceof IllegalArgumentException || e instanceof ValueException) {
            command.getErr().println("wit4j-host: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        if (e instanceof StorageException || e instanceof WorkerException) {
            command.getErr().println("wit4j-host: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw e;
    }

    @Command(description = "Lists the components, and what they export.")
    void components() {
        for (JavaComponent<?, ?, ?> component : components) {
            System.out.println(component.name());
            component
                    .exports()
                    .forEach(item -> item.type().functions().forEach(function -> System.out.println("  " + function)));
        }
    }

    @Command(description = "Lists the workers that the store knows.")
    void workers() {
        HostConfiguration configured = configured();
        try (Storage storage = Stores.open(store(configured), configured.redis())) {
            storage.workers().list().forEach(System.out::println);
        }
    }

    @Command(description = "Calls a function of a worker, and prints its result.")
    int invoke(
            @Parameters(paramLabel = "WORKER", description = "Component and name: key-value/demo") String name,
            @Parameters(paramLabel = "CALL", description = "The call as WAVE text: get(\"bucket\", \"key\")")
                    String text,
            @Option(
                            names = "--key",
                            paramLabel = "KEY",
                            description = "An idempotency key: the same key means the same call, made once.")
                    Optional<String> key) {
        WorkerId id = WorkerName.parse(name);
        JavaComponent<?, ?, ?> component = component(id.component());
        ExportedCall call = ExportedCall.parse(component, text);
        try (ComponentHost host = openHost()) {
            Worker<?> worker = host.worker(component, id.name());
            String result = call.make(key.<Worker<?>>map(worker::withKey).orElse(worker));
            if (!result.isEmpty()) {
                System.out.println(result);
            }
            return CommandLine.ExitCode.OK;
        } catch (ErrorResultException e) {
            System.out.println(call.error(e));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    @Command(
            description =
                    "Ends a call of a worker that waits, for its turn or for its next attempt: it is recorded as failed. One"
                            + " that another process runs on this store is taken from it.")
    void cancel(
            @Parameters(paramLabel = "WORKER", description = "Component and name: key-value/demo") String name,
            @Parameters(paramLabel = "KEY", description = "The idempotency key that the call was made under.")
                    String key) {
        WorkerId id = WorkerName.parse(name);
        JavaComponent<?, ?, ?> component = component(id.component());
        try (ComponentHost host = openHost()) {
            known(id, host.storage());
            Mailbox.State state = host.storage().mailbox(id).state(key);
            if (state instanceof Mailbox.State.Unknown) {
                throw new IllegalArgumentException("worker " + id + " knows no call under the key '" + key
                        + "'; it is the one that the call was made under with --key, or by a program");
            }
            if (!(state instanceof Mailbox.State.Pending)
                    || !host.worker(component, id.name()).cancel(key).join()) {
                throw new IllegalArgumentException("the call of worker " + id + " under the key '" + key
                        + "' has its answer, and is not to be cancelled any more");
            }
        }
    }

    @Command(
            description =
                    "Deletes a worker: its memory, the calls that wait for it, and the results of its calls. What it wrote to"
                            + " buckets stays. The next call of that name makes a new worker.")
    void delete(@Parameters(paramLabel = "WORKER", description = "Component and name: key-value/demo") String name) {
        WorkerId id = WorkerName.parse(name);
        HostConfiguration configured = configured();
        try (Storage storage = Stores.open(store(configured), configured.redis())) {
            known(id, storage);
            storage.workers().delete(id);
        }
    }

    private static void known(WorkerId id, Storage storage) {
        if (!storage.workers().list().contains(id)) {
            throw new IllegalArgumentException(
                    "there is no worker " + id + " in the store; 'workers' lists those that there are");
        }
    }

    private ComponentHost openHost() {
        HostConfiguration configured = configured();
        Map<String, WorkerId> watching = new LinkedHashMap<>();
        watches.forEach((bucket, watcher) -> watching.put(bucket, WorkerName.parse(watcher)));
        HostOptions options = configured.options().withWatches(watching).withLog(HostCommand::print);
        return ComponentHost.open(store(configured), components, options);
    }

    private HostConfiguration configured() {
        return configuration.map(HostConfiguration::read).orElse(HostConfiguration.NONE);
    }

    private String store(HostConfiguration configured) {
        return store.or(configured::store).orElse(DEFAULT_STORE);
    }

    /** What components log goes where it is not taken for a result. */
    private static void print(WorkerId worker, Level level, String context, String message) {
        String place = context.isEmpty() ? worker.toString() : worker + " " + context;
        System.err.println(level + " " + place + ": " + message);
    }

    private JavaComponent<?, ?, ?> component(String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no component is named '" + name + "'; there is "
                        + components.stream().map(JavaComponent::name).toList()));
    }
}
