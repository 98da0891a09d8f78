package sample;

import dev.wit4j.Bytes;
import dev.wit4j.host.ComponentHost;
import java.util.List;

/** Sets a value, says so, and waits to be killed. */
final class SetAndWait {
    static final String SET = "set";

    private SetAndWait() {}

    public static void main(String[] arguments) throws Exception {
        try (var host = ComponentHost.open(arguments[0], List.of(KeyValueComponent.COMPONENT))) {
            var api = host.worker(KeyValueComponent.COMPONENT, "demo").exports().api();
            api.set(arguments[1], arguments[2], Bytes.utf8(arguments[3]));
            System.out.println(SET);
            Thread.currentThread().join();
        }
    }
}
