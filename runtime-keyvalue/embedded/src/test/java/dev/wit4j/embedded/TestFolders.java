package dev.wit4j.embedded;

import dev.wit4j.embedded.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Copies of the folders of stores, as they are after a fault. */
final class TestFolders {
    private static final int SECTOR = 512;

    private TestFolders() {}

    /** What is done while the tables of a store stay as they are. */
    interface Action<T> {
        T run() throws IOException;
    }

    /** Does something while nobody writes to the tables in {@code folder}. */
    static <T> T whileTablesRest(Path folder, Action<T> action) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Tables.FILE));
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            T result = action.run();
            statement.execute("ROLLBACK");
            return result;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** The tables of a store as they may be after a loss of power: what SQLite had not synced may be gone from its journal. */
    static void copyTablesWithoutPower(Path from, Path to, Random random) throws IOException {
        Files.createDirectories(to);
        Files.copy(from.resolve(Tables.FILE), to.resolve(Tables.FILE));
        Path journal = from.resolve(Tables.FILE + "-wal");
        if (Files.exists(journal)) {
            byte[] content = Files.readAllBytes(journal);
            int kept = random.nextBoolean() ? content.length : random.nextInt(content.length / SECTOR + 1) * SECTOR;
            Files.write(to.resolve(Tables.FILE + "-wal"), java.util.Arrays.copyOf(content, kept));
        }
    }

    /** A copy of a whole folder; of one that is in use, at a moment at which no file came or went. */
    static Path copy(Path from, Path to) throws IOException {
        List<Path> files = files(from);
        while (!copied(files, from, to) || !files.equals(files(from))) {
            delete(to);
            files = files(from);
        }
        return to;
    }

    private static boolean copied(List<Path> files, Path from, Path to) throws IOException {
        try {
            for (Path file : files) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        while (true) {
            try (var files = Files.walk(folder)) {
                return files.toList();
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof NoSuchFileException)) {
                    throw e;
                }
            }
        }
    }

    /** Removes a folder. */
    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
