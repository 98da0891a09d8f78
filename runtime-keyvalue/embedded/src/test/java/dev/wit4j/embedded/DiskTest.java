package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are really full and really read-only: in memory, and mounted where no other process sees them. Linux alone. */
class DiskTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void requireMounts() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "disks can be mounted for a process");
        assumeTrue(run("mount -t tmpfs tmpfs \"$DISK\"").status() == 0, "this user may mount disks for itself");
    }

    private record Result(int status, String said) {}

    /** Runs a script that may mount what it likes: nobody else sees it, and it ends with the script. */
    private Result run(String script) throws IOException, InterruptedException {
        try {
            var builder = new ProcessBuilder("unshare", "--map-root-user", "--mount", "sh", "-e", "-c", script)
                    .redirectErrorStream(true);
            builder.environment().put("DISK", folder.toString());
            builder.environment()
                    .put(
                            "JAVA",
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString());
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), said);
        } catch (IOException e) {
            return new Result(-1, e.toString());
        }
    }

    private static String child(String what) {
        return "\"$JAVA\" -XX:TieredStopAtLevel=1 " + DiskChild.class.getName() + " " + what + " \"$DISK\"\n";
    }

    @Test
    void aFullDiskStopsTheStoreLosesNothingThatWasDurableAndTheStoreOpensAgainWhenThereIsRoom() throws Exception {
        Result result = run("mount -t tmpfs -o size=3m tmpfs \"$DISK\"\n" + child("fill"));

        assertThat(result.status()).as(result.said()).isZero();
        List<String> lines = result.said().lines().toList();
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "commit: the store failed and does nothing any more until it is closed and opened again: ")
                        .containsAnyOf("No space left on device", "full"));
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("read: the store failed"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("open: ")
                        .contains(folder.resolve("store").toString())
                        .containsAnyOf("No space left on device", "full"));
        assertThat(lines).contains("durable true").doesNotContain("open: not refused");
    }

    @Test
    void aReadOnlyDiskIsRefusedWithItsName() throws Exception {
        Result result = run("mount -t tmpfs -o size=9m tmpfs \"$DISK\"\n" + child("open")
                + "mount -o remount,ro \"$DISK\"\n" + child("open"));

        assertThat(result.said().lines())
                .contains(
                        "open: not refused",
                        "open: cannot open the store in " + folder.resolve("store") + ": Read-only file system: "
                                + folder.resolve("store").resolve("lock"));
    }

    @Test
    void aNewStoreOnAReadOnlyDiskIsRefusedWithItsName() throws Exception {
        Result result = run("mount -t tmpfs -o ro tmpfs \"$DISK\"\n" + child("open"));

        assertThat(result.said().lines())
                .contains("open: cannot open the store in " + folder.resolve("store") + ": Read-only file system: "
                        + folder.resolve("store"));
    }
}
