package dev.wit4j.codegen.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputPlanTest {
    @TempDir
    Path base;

    private Path root;
    private Path staging;

    @BeforeEach
    void prepare() {
        root = base.resolve("généré src");
        staging = base.resolve("staging");
    }

    @Test
    void nothingIsChangedBeforeThePlanIsCarriedOut() throws Exception {
        Files.createDirectories(root);
        Path old = Files.writeString(root.resolve("Old.java"), "old");
        OutputPlan plan = plan(List.of(old), "A.java");
        assertThat(plan.changes())
                .isEqualTo(new Changes(List.of(root.resolve("A.java")), List.of(root.resolve("Old.java")), 0));
        assertThat(root.resolve("A.java")).doesNotExist();
        assertThat(old).exists();

        plan.carryOut(staging);
        assertThat(root.resolve("A.java")).hasContent("A.java");
        assertThat(old).doesNotExist();
        assertThat(staging).isEmptyDirectory();
    }

    @Test
    void aFileWithTheRightContentKeepsItsTime() throws Exception {
        plan(List.of(), "A.java").carryOut(staging);
        var longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(root.resolve("A.java"), longAgo);
        OutputPlan plan = plan(List.of(), "A.java");
        assertThat(plan.changes()).isEqualTo(new Changes(List.of(), List.of(), 1));
        plan.carryOut(staging);
        assertThat(Files.getLastModifiedTime(root.resolve("A.java"))).isEqualTo(longAgo);
    }

    @Test
    void foldersThatAreEmptyAfterADeletionGoTooUpToTheRoot() throws Exception {
        plan(List.of(), "a/b/A.java", "c/C.java").carryOut(staging);
        Path own = Files.writeString(root.resolve("c/Own.java"), "");
        plan(List.of(root.resolve("a/b/A.java"), root.resolve("c/C.java"))).carryOut(staging);
        assertThat(root).isDirectoryNotContaining(path -> path.endsWith("a"));
        assertThat(own).exists();
    }

    @Test
    void everyFileInTheWayIsNamed() throws Exception {
        plan(List.of(), "A.java", "B.java").carryOut(staging);
        Map<Path, byte[]> outputs = contents("A.java", "B.java", "C.java");
        outputs.replaceAll((path, old) -> "new".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> OutputPlan.of(Set.of(root), outputs, List.of(), file -> false))
                .isInstanceOf(ForeignFileException.class)
                .hasMessageContainingAll(
                        root.resolve("A.java").toString(),
                        root.resolve("B.java").toString());
        assertThat(root.resolve("A.java")).hasContent("A.java");
    }

    @Test
    void aFolderThatCannotBeMadeChangesNothing() throws Exception {
        plan(List.of(), "A.java").carryOut(staging);
        Files.writeString(root.resolve("b"), "no folder");
        Map<Path, byte[]> outputs = contents("A.java", "b/B.java");
        outputs.put(root.resolve("A.java"), "new".getBytes(StandardCharsets.UTF_8));
        OutputPlan plan = OutputPlan.of(Set.of(root), outputs, List.of(), file -> true);
        assertThatThrownBy(() -> plan.carryOut(staging)).isInstanceOf(IOException.class);
        assertThat(root.resolve("A.java")).hasContent("A.java");
    }

    @Test
    void aNameThatTheDiskDoesNotTakeLeavesEverythingAsItWas() throws Exception {
        plan(List.of(), "A.java", "Old.java").carryOut(staging);
        Map<Path, byte[]> outputs = contents("A.java", "b/B.java", "b/" + "C".repeat(300) + ".java");
        outputs.put(root.resolve("A.java"), "new".getBytes(StandardCharsets.UTF_8));
        OutputPlan plan = OutputPlan.of(Set.of(root), outputs, List.of(root.resolve("Old.java")), file -> true);
        assertThatThrownBy(() -> plan.carryOut(staging))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("CCC");
        assertThat(root.resolve("A.java")).hasContent("A.java");
        assertThat(root.resolve("Old.java")).exists();
        assertThat(root.resolve("b")).doesNotExist();
        assertThat(staging).isEmptyDirectory();
    }

    @Test
    void nothingIsWrittenOutsideOfTheRoots() {
        Map<Path, byte[]> outputs = Map.of(base.resolve("elsewhere.java"), new byte[0]);
        assertThatThrownBy(() -> OutputPlan.of(Set.of(root), outputs, List.of(), file -> true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside of");
    }

    @Test
    void aMarkIsKnownInAFileOfAnyEncoding() throws Exception {
        Files.createDirectories(root);
        Path generated = Files.writeString(
                root.resolve("A.java"), "// Generated by wit4j 1.0 from a:b/c@0.1.0. Do not edit.\r\n");
        Path other = Files.write(root.resolve("B.java"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, '\n'});
        assertThat(GeneratedMark.origin(generated)).hasValue("a:b/c@0.1.0");
        assertThat(GeneratedMark.isIn(other)).isFalse();
        assertThat(GeneratedMark.isIn(Files.createFile(root.resolve("Empty.java"))))
                .isFalse();
    }

    private OutputPlan plan(List<Path> obsolete, String... paths) throws IOException {
        return OutputPlan.of(Set.of(root), contents(paths), obsolete, file -> false);
    }

    /** Files that hold their own names. */
    private Map<Path, byte[]> contents(String... paths) {
        Map<Path, byte[]> contents = new TreeMap<>();
        Arrays.stream(paths).forEach(path -> contents.put(root.resolve(path), path.getBytes(StandardCharsets.UTF_8)));
        return contents;
    }
}
