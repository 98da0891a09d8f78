package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has a folder open keeps everybody else out. */
class FolderLockTest {
    @TempDir
    private Path folder = Path.of("");

    private void assertThatAnotherProcessIsTurnedAway() throws IOException, InterruptedException {
        Process other = ChildProcess.start(CrashChild.class, folder, folder, 0, false, 0);
        String error = new String(other.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor()).isEqualTo(1);
        assertThat(error)
                .contains("in use by process " + ProcessHandle.current().pid() + " on ");
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void anotherClassLoaderOfTheSameProcessIsTurnedAwayAndTheLockStays() throws Exception {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(FolderLockTest::url)
                .toArray(URL[]::new);
        try (var storage = EmbeddedStorage.open(folder, CrashChild.options());
                var loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            var open = loader.loadClass(EmbeddedStorage.class.getName()).getMethod("open", Path.class);

            assertThatThrownBy(() -> open.invoke(null, folder))
                    .cause()
                    .satisfies(cause ->
                            assertThat(cause.getClass().getName()).isEqualTo(FolderInUseException.class.getName()))
                    .hasMessageContaining("in use by this process");
            assertThatAnotherProcessIsTurnedAway();
            assertThat(storage.workers().list()).isEmpty();
        }
        EmbeddedStorage.open(folder, CrashChild.options()).close();
    }

    @Test
    void whoForgotWhichFoldersAreOpenIsTurnedAwayByTheLock() throws Exception {
        Properties properties = System.getProperties();
        try (var storage = EmbeddedStorage.open(folder, CrashChild.options())) {
            System.setProperties(new Properties(properties));
            assertThatThrownBy(() -> EmbeddedStorage.open(folder, CrashChild.options()))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining("in use by this process");
            System.setProperties(properties);
            assertThatAnotherProcessIsTurnedAway();
            assertThat(storage.workers().list()).isEmpty();
        } finally {
            System.setProperties(properties);
        }
    }
}
