package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs scripts: words in lines that a semicolon ends, and in the script for a peer a comma. Its memory is the list of what all
 * scripts before have put out, so that an invocation that is run twice, or never, or differently, is seen.
 */
class ScriptGuest implements ScriptWorld.Guest, Checkpoint {
    private final ScriptWorld.Imports imports;
    private List<String> memory = new ArrayList<>();

    ScriptGuest(ScriptWorld.Imports imports) {
        this.imports = imports;
    }

    @Override
    public String run(String script) {
        List<String> out = new ArrayList<>();
        for (String line : script.split(";")) {
            String said = line(line.trim().split(" ", 2));
            out.add(said);
            memory.add(said);
        }
        return String.join(" ", out);
    }

    @Override
    public long size() {
        return memory.size();
    }

    /** What a line comes to; a changed component overrides it. */
    String line(String[] words) {
        String argument = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "say" -> argument;
            case "memory" -> String.join("|", memory);
            case "get" -> imports.host().get(argument).orElse("absent");
            case "increment" -> Long.toString(imports.host().increment(argument, 1));
            case "set" -> set(argument.split(" "));
            case "send" -> imports.host().send(argument);
            case "post" -> imports.host().post(argument);
            case "upper" -> imports.host().upper(argument);
            case "first" -> first(Long.parseLong(argument));
            case "now" -> Long.toString(imports.host().now());
            case "wait" -> waitUntil(Long.parseLong(argument));
            case "peer" -> imports.peer().run(argument.replace(',', ';'));
            case "error" -> throw new StringException(argument);
            case "throw" -> throw new IllegalStateException(argument);
            case "deep" -> deep(0) + "";
            case "swallow" -> swallow(argument);
            default -> throw new IllegalArgumentException("no such word: " + words[0]);
        };
    }

    private String set(String[] keyAndValue) {
        imports.host().set(keyAndValue[0], keyAndValue[1]);
        return "set";
    }

    /** What the host reads first, of how many; a future is read once at most. */
    private String first(long count) {
        long[] read = {0, 0, 0};
        List<Long> first = imports.host()
                .first(
                        max -> read[0] < count ? List.of(++read[0]) : List.of(),
                        max -> read[1]++ < count ? Bytes.of((byte) 1) : Bytes.EMPTY,
                        () -> ++read[2]);
        return first + " of " + Arrays.toString(read);
    }

    private String waitUntil(long instant) {
        imports.host().waitUntil(instant);
        return "waited";
    }

    private String swallow(String line) {
        try {
            return line(line.split(" ", 2));
        } catch (Throwable e) {
            return "swallowed";
        }
    }

    private static int deep(int depth) {
        return depth < 0 ? 0 : deep(depth + 1) + 1;
    }

    @Override
    public Bytes save() {
        return Bytes.utf8(String.join("\n", memory));
    }

    @Override
    public void load(Bytes state) {
        memory = new ArrayList<>(
                state.isEmpty() ? List.of() : List.of(state.toUtf8String().split("\n", -1)));
    }
}
