package dev.wit4j.redis;

import java.io.IOException;
import java.net.URI;

/** A host of its own that runs a workload once, when it is told to. */
final class WorkloadHost {
    /** What it says when it is connected. */
    static final String READY = "ready";

    private WorkloadHost() {}

    /** Connects to the first argument, within the namespace that is the second, for the workload that is the third. */
    public static void main(String[] arguments) throws IOException {
        RedisOptions options = RedisOptions.DEFAULT.withNamespace(arguments[1]);
        try (RedisStorage storage = RedisStorage.connect(URI.create(arguments[0]), options)) {
            System.out.println(READY);
            System.in.read();
            Workload.valueOf(arguments[2]).run(storage).forEach(System.out::println);
        }
    }
}
