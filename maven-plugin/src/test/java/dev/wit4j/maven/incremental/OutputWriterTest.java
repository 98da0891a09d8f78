package dev.wit4j.maven.incremental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputWriterTest {
    private static final String MARK = "// Generated";
    private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

    @TempDir
    Path base;

    private Path root;
    private Path recordFile;
    private OutputWriter writer;

    @BeforeEach
    void prepare() {
        root = base.resolve("généré src");
        recordFile = base.resolve("state/generate.record");
        writer = new OutputWriter(base, recordFile, Set.of(root), MARK);
    }

    @Test
    void writesWhatIsNotThere() throws Exception {
        Changes changes = write("1", "a/A.java", "b/B.java");
        assertThat(changes.written()).containsExactly(root.resolve("a/A.java"), root.resolve("b/B.java"));
        assertThat(root.resolve("a/A.java")).hasContent(MARK + " a/A.java");
        assertThat(record().isCurrent("1")).isTrue();
    }

    @Test
    void doesNotTouchWhatHasTheRightContent() throws Exception {
        write("1", "a/A.java");
        Files.setLastModifiedTime(root.resolve("a/A.java"), LONG_AGO);
        Changes changes = write("2", "a/A.java");
        assertThat(changes).isEqualTo(new Changes(List.of(), List.of(), 1));
        assertThat(Files.getLastModifiedTime(root.resolve("a/A.java"))).isEqualTo(LONG_AGO);
    }

    @Test
    void deletesWhatIsNoLongerGeneratedAndItsEmptyFolders() throws Exception {
        write("1", "a/A.java", "b/c/B.java");
        Changes changes = write("2", "a/A.java");
        assertThat(changes.deleted()).containsExactly(root.resolve("b/c/B.java"));
        assertThat(root.resolve("b")).doesNotExist();
        assertThat(root.resolve("a/A.java")).exists();
    }

    @Test
    void keepsAHandWrittenFileBesideTheGeneratedOnes() throws Exception {
        write("1", "a/A.java");
        Path own = Files.writeString(root.resolve("a/Own.java"), "class Own {}");
        write("2");
        assertThat(own).hasContent("class Own {}");
        assertThat(root.resolve("a/A.java")).doesNotExist();
    }

    @Test
    void keepsAHandWrittenFileThatTookThePlaceOfAGeneratedOne() throws Exception {
        write("1", "a/A.java");
        Files.writeString(root.resolve("a/A.java"), "class A {}");
        write("2");
        assertThat(root.resolve("a/A.java")).hasContent("class A {}");
    }

    @Test
    void refusesToReplaceAFileThatNobodyGeneratedAndWritesNothing() throws Exception {
        Files.createDirectories(root.resolve("b"));
        Files.writeString(root.resolve("b/B.java"), "class B {}");
        assertThatThrownBy(() -> write("1", "a/A.java", "b/B.java"))
                .isInstanceOfSatisfying(
                        ForeignFileException.class,
                        e -> assertThat(e.files()).containsExactly(root.resolve("b/B.java")));
        assertThat(root.resolve("a")).doesNotExist();
        assertThat(root.resolve("b/B.java")).hasContent("class B {}");
    }

    @Test
    void replacesAGeneratedFileAlthoughTheRecordIsLost() throws Exception {
        write("1", "a/A.java");
        Files.writeString(root.resolve("a/A.java"), MARK + " by another version");
        Files.delete(recordFile);
        assertThat(write("2", "a/A.java").written()).containsExactly(root.resolve("a/A.java"));
    }

    @Test
    void leavesWhatAnotherExecutionNeeds() throws Exception {
        write("1", "a/A.java");
        writer.write("2", Map.of(), record(), Set.of(root.resolve("a/A.java")));
        assertThat(root.resolve("a/A.java")).exists();
    }

    @Test
    void refusesToWriteOutsideItsRoots() {
        Path outside = base.resolve("elsewhere.java");
        assertThatThrownBy(() -> writer.write("1", Map.of(outside, new byte[0]), record(), Set.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside");
    }

    @Test
    void aDeletedOrEditedOutputIsNotCurrent() throws Exception {
        write("1", "a/A.java");
        Files.writeString(root.resolve("a/A.java"), MARK + " edited");
        assertThat(record().isCurrent("1")).isFalse();
        Files.delete(root.resolve("a/A.java"));
        assertThat(record().isCurrent("1")).isFalse();
    }

    @Test
    void aRecordOfAnotherFormOrADamagedOneIsNone() throws Exception {
        write("1", "a/A.java");
        String text = Files.readString(recordFile);
        Files.writeString(recordFile, text.replace("record 1", "record 0"));
        assertThat(record()).isEqualTo(GenerationRecord.NONE);
        Files.writeString(recordFile, text + "nonsense\n");
        assertThat(record()).isEqualTo(GenerationRecord.NONE);
        Files.write(recordFile, new byte[] {(byte) 0xc3, 0x28});
        assertThat(record()).isEqualTo(GenerationRecord.NONE);
    }

    @Test
    void aProjectThatWasMovedIsStillCurrent() throws Exception {
        write("1", "a/A.java");
        Path moved = base.resolveSibling(base.getFileName() + " moved");
        Files.move(base, moved);
        try {
            Path file = moved.resolve(base.relativize(recordFile));
            assertThat(GenerationRecord.read(file, moved).isCurrent("1")).isTrue();
        } finally {
            Files.move(moved, base);
        }
    }

    private GenerationRecord record() {
        return GenerationRecord.read(recordFile, base);
    }

    private Changes write(String fingerprint, String... paths) throws IOException, ForeignFileException {
        Map<Path, byte[]> outputs = new TreeMap<>();
        Arrays.stream(paths)
                .forEach(path -> outputs.put(root.resolve(path), (MARK + " " + path).getBytes(StandardCharsets.UTF_8)));
        return writer.write(fingerprint, outputs, record(), Set.of());
    }
}
