package dev.wit4j.embedded;

import java.nio.file.Path;

/** The process that is killed while it opens a store: before a step of the tables. */
final class OpeningCrashChild {
    private OpeningCrashChild() {}

    /** Arguments: the folder, and the step to be killed at. */
    public static void main(String[] arguments) throws Exception {
        var killer = StatementKiller.install(Integer.parseInt(arguments[1]));
        EmbeddedStorage.open(Path.of(arguments[0]), CrashChild.options());
        System.out.println("steps " + killer.steps());
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
