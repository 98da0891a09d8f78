package dev.wit4j.maven.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.maven.incremental.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitFolderTest {
    @TempDir
    Path base;

    @Test
    void readsThePackageAndEachOfItsDependencies() throws IOException {
        write("wit/b.wit", "wit/a.wit", "wit/notes.txt", "wit/sub/c.wit");
        write("wit/deps/io/poll.wit", "wit/deps/io/deps/deep.wit", "wit/deps/one.wasm", "wit/deps/README.md");
        WitFolder folder = WitFolder.read(base.resolve("wit"));
        assertThat(folder.files()).extracting(WitFile::name).containsExactly("a.wit", "b.wit");
        assertThat(folder.dependencies()).containsOnlyKeys("io", "one.wasm");
        assertThat(folder.dependencies().get("io")).extracting(WitFile::name).containsExactly("deps/io/poll.wit");
    }

    @Test
    void aFolderThatIsNotThereIsEmptyAndSaysSo() throws IOException {
        WitFolder folder = WitFolder.read(base.resolve("nowhere"));
        assertThat(folder.exists()).isFalse();
        assertThat(folder.isEmpty()).isTrue();
    }

    @Test
    void everyChangeChangesTheFingerprint() throws IOException {
        String absent = fingerprint();
        write("wit/a.wit");
        String first = fingerprint();
        Files.writeString(base.resolve("wit/a.wit"), "edited");
        String edited = fingerprint();
        write("wit/deps/io/poll.wit");
        String withDependency = fingerprint();
        Files.move(base.resolve("wit/a.wit"), base.resolve("wit/b.wit"));
        String renamed = fingerprint();
        Files.delete(base.resolve("wit/b.wit"));
        String deleted = fingerprint();
        assertThat(new String[] {absent, first, edited, withDependency, renamed, deleted})
                .doesNotHaveDuplicates();
    }

    @Test
    void filesThatAreNotWitDoNotCount() throws IOException {
        write("wit/a.wit");
        String before = fingerprint();
        write("wit/notes.txt", "wit/deps/README.md");
        assertThat(fingerprint()).isEqualTo(before);
    }

    private String fingerprint() throws IOException {
        var fingerprint = new Fingerprint();
        WitFolder.read(base.resolve("wit")).addTo(fingerprint);
        return fingerprint.toHex();
    }

    private void write(String... names) throws IOException {
        for (String name : names) {
            Path file = base.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "package a:b;");
        }
    }
}
