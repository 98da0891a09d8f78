package dev.wit4j.maven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which files there are, and when each was written.
 *
 * @param files the time of every file below the folders
 */
record FolderState(Map<Path, FileTime> files) {
    static FolderState of(Path... folders) throws IOException {
        Map<Path, FileTime> files = new TreeMap<>();
        for (Path folder : folders) {
            try (var paths = Files.walk(folder)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    files.put(path, Files.getLastModifiedTime(path));
                }
            }
        }
        return new FolderState(files);
    }
}
