package dev.wit4j.runtime.entry;

import dev.wit4j.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The states of snapshots as bytes and back. */
public final class StateFormat {
    /** The first byte of every state that is written. */
    public static final int FORMAT = 2;

    /** Without clock and open handles, and with the guest's free numbers alone. */
    private static final int WITHOUT_HANDLES = 1;

    private StateFormat() {}

    /** The state of a snapshot. */
    public static Bytes encode(SavedState state) {
        Output out = new Output();
        out.u8(FORMAT);
        out.u64(state.index());
        out.u64(state.incarnation());
        out.u64(state.clock());
        out.bytes(state.guest());
        out.length(state.handles().size());
        for (SavedState.SavedHandle handle : state.handles()) {
            out.u32(handle.number());
            out.string(handle.resource());
            out.bytes(handle.content());
        }
        write(out, state.held());
        write(out, state.free());
        write(out, state.freeOfCallers());
        return out.written();
    }

    /**
     * The state of a snapshot.
     *
     * @throws EntryFormatException if {@code bytes} are no state in this format or the one before
     */
    public static SavedState decode(Bytes bytes) {
        Input in = new Input(bytes);
        int format = in.u8();
        if (format != FORMAT && format != WITHOUT_HANDLES) {
            throw in.failure("a snapshot of format " + format + ", where this version reads formats " + WITHOUT_HANDLES
                    + " and " + FORMAT + "; a newer version of wit4j may have written it");
        }
        SavedState state = format == FORMAT ? read(in) : readWithoutHandles(in);
        in.end();
        return state;
    }

    private static SavedState read(Input in) {
        return new SavedState(
                in.u64(),
                in.u64(),
                in.u64(),
                in.bytes(),
                list(in, each -> new SavedState.SavedHandle(each.u32(), each.string(), each.bytes())),
                list(in, Input::u32),
                list(in, Input::u32),
                list(in, Input::u32));
    }

    private static SavedState readWithoutHandles(Input in) {
        long index = in.u64();
        long incarnation = in.u64();
        Bytes guest = in.bytes();
        List<Integer> free = new ArrayList<>();
        while (!in.atEnd()) {
            free.add(in.u32());
        }
        return new SavedState(index, incarnation, 0, guest, List.of(), List.of(), free, List.of());
    }

    private static void write(Output out, List<Integer> numbers) {
        out.length(numbers.size());
        numbers.forEach(out::u32);
    }

    /** A list: its elements have a byte each at least, so their number is checked as every length is. */
    private static <T> List<T> list(Input in, Function<Input, T> element) {
        List<T> list = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            list.add(element.apply(in));
        }
        return list;
    }
}
