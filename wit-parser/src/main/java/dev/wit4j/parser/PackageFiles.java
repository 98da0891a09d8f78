package dev.wit4j.parser;

import dev.wit4j.parser.binary.WitBinary;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.source.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the files of a package and of those that it depends on. */
final class PackageFiles {
    private final Diagnostics diagnostics;

    PackageFiles(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** A directory with the files of one package, or one file. */
    Optional<PackageInput> read(Path path) {
        if (Files.isDirectory(path)) {
            return directory(path);
        }
        if (!Files.exists(path)) {
            report("file-not-found", "there is no file or directory `" + path + "`");
            return Optional.empty();
        }
        if (!Files.isRegularFile(path)) {
            report("not-a-file", "`" + path + "` is not a regular file, and not a directory either");
            return Optional.empty();
        }
        return file(path);
    }

    /** What is in {@code deps/}, by file name: directories, each one package, and files; nothing else is looked at. */
    List<PackageInput> dependencies(Path directory) {
        List<PackageInput> found = new ArrayList<>();
        Path dependencies = directory.resolve("deps");
        if (!Files.isDirectory(dependencies)) {
            return found;
        }
        for (Path entry : list(dependencies)) {
            if (Files.isDirectory(entry)) {
                add(directory(entry), found);
            } else if (isWit(entry) || isEncoded(entry)) {
                add(file(entry), found);
            }
        }
        return found;
    }

    private static void add(Optional<PackageInput> input, List<PackageInput> found) {
        if (input.isPresent()) {
            found.add(input.get());
        }
    }

    private Optional<PackageInput> directory(Path directory) {
        int errorsBefore = diagnostics.errorCount();
        List<PackageInput.File> files = new ArrayList<>();
        for (Path entry : list(directory)) {
            if (isWit(entry) && !Files.isDirectory(entry)) {
                Optional<byte[]> bytes = bytes(entry);
                Optional<String> text = bytes.isPresent() ? text(entry, bytes.get()) : Optional.empty();
                if (text.isPresent()) {
                    files.add(new PackageInput.File(entry.toString(), text.get()));
                }
            }
        }
        return diagnostics.errorCount() > errorsBefore
                ? Optional.empty()
                : Optional.of(new PackageInput.Text(directory.toString(), files));
    }

    private Optional<PackageInput> file(Path file) {
        Optional<byte[]> bytes = bytes(file);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        if (WitBinary.isBinary(bytes.get())) {
            return Optional.of(new PackageInput.Encoded(file.toString(), bytes.get()));
        }
        Optional<String> text = text(file, bytes.get());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                WitBinary.isWebAssemblyText(text.get())
                        ? new PackageInput.Encoded(file.toString(), bytes.get())
                        : PackageInput.Text.of(file.toString(), text.get()));
    }

    private static boolean isWit(Path file) {
        return file.toString().endsWith(".wit");
    }

    private static boolean isEncoded(Path file) {
        return file.toString().endsWith(".wasm") || file.toString().endsWith(".wat");
    }

    private List<Path> list(Path directory) {
        Map<String, Path> byName = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                byName.put(entry.getFileName().toString(), entry);
            }
            return List.copyOf(byName.values());
        } catch (DirectoryIteratorException e) {
            report("unreadable", "cannot list the directory `" + directory + "`: " + e.getCause());
            return List.of();
        } catch (IOException e) {
            report("unreadable", "cannot list the directory `" + directory + "`: " + e);
            return List.of();
        }
    }

    private Optional<byte[]> bytes(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            report("unreadable", "cannot read the file `" + file + "`: " + e);
            return Optional.empty();
        }
    }

    private Optional<String> text(Path file, byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            report("not-utf-8", "the file `" + file + "` is no text in UTF-8");
            return Optional.empty();
        }
    }

    private void report(String code, String message) {
        diagnostics.report(Diagnostic.error(code, Span.NONE, message));
    }
}
