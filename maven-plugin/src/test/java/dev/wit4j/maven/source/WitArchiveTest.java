package dev.wit4j.maven.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitArchiveTest {
    private static final String[] SHIPPED = {
        "META-INF/wit/index.json", "META-INF/wit/io/poll.wit", "META-INF/wit/one.wit", "META-INF/MANIFEST.MF"
    };

    @TempDir
    Path base;

    @Test
    void readsWhatAJarShips() throws IOException {
        assertShipped(WitArchive.read("a:b:1", jar(SHIPPED)).orElseThrow());
    }

    @Test
    void readsWhatAModuleThatIsNotPackedYetShips() throws IOException {
        for (String name : SHIPPED) {
            Path file = base.resolve("classes").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
        assertShipped(WitArchive.read("a:b:1", base.resolve("classes")).orElseThrow());
    }

    @Test
    void aDependencyWithoutWitIsNone() throws IOException {
        Path text = Files.writeString(base.resolve("a.pom"), "<project/>");
        assertThat(WitArchive.read("a:b:1", jar("a/B.class"))).isEmpty();
        assertThat(WitArchive.read("a:b:1", text)).isEmpty();
        assertThat(WitArchive.read("a:b:1", base.resolve("missing.jar"))).isEmpty();
    }

    private static void assertShipped(WitArchive archive) {
        assertThat(archive.index()).map(WitFile::name).contains("index.json");
        assertThat(archive.groups()).extracting(WitGroup::name).containsExactly("io of a:b:1", "one.wit of a:b:1");
        assertThat(archive.groups().get(0).files())
                .extracting(file -> new String(file.contents(), StandardCharsets.UTF_8))
                .containsExactly("META-INF/wit/io/poll.wit");
    }

    private Path jar(String... names) throws IOException {
        Path file = base.resolve("a.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
