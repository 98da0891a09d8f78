package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.component.Codecs;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.InterfaceType;
import dev.wit4j.component.Invoker;
import dev.wit4j.component.WorldType;
import dev.wit4j.journal.Storage;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.memory.MemoryStorage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A guest that is made of descriptors and bytes alone runs behind the same journal as one that is written in Java. */
class ForeignGuestTest {
    /** {@code run: func(code: list<u8>) -> list<u8>}. */
    private static final FunctionType RUN = new FunctionType(
            "test:foreign/machine",
            "run",
            FunctionType.Kind.FREESTANDING,
            false,
            List.of(new FunctionType.Parameter("code", Codecs.BYTES)),
            Optional.of(Codecs.BYTES),
            Optional.empty(),
            (target, arguments) -> {
                throw new AssertionError("a foreign guest is no Java object");
            });

    private static final InterfaceType MACHINE = new InterfaceType("test:foreign/machine", List.of(RUN));

    private final Storage storage = new MemoryStorage();

    @Test
    void itCallsImportsAndKeepsItsMemory() {
        assertThat(run(Machine::new, "Oa;A1;A2;")).isEqualTo("1 3");
        assertThat(run(Machine::new, "A3;M")).isEqualTo("6 136");
        assertThat(tally("a")).isEqualTo("6");
    }

    @Test
    void itsHandlesComeBackOnReplayAlsoThoseThatAReadFound() {
        run(Machine::new, "Oa;A1;Ob;A1;Fa;A1;");

        assertThat(run(Machine::new, "A1;Fnone;M")).isEqualTo("3 1123");
    }

    @Test
    void itsDivergenceIsFound() {
        run(Machine::new, "Oa;A1;");

        assertThatThrownBy(() -> run(
                        () -> new Machine() {
                            @Override
                            long increment(String text) {
                                return super.increment(text) + 1;
                            }
                        },
                        "M"))
                .hasCauseInstanceOf(DivergenceTrap.class)
                .hasMessageContaining("[method]tally.add with other arguments");
        assertThat(tally("a")).isEqualTo("1");
    }

    @Test
    void itsInstanceIsClosedWhenItCannotBeBroughtBack() {
        run(Machine::new, "Oa;A1;");
        AtomicInteger closed = new AtomicInteger();

        assertThatThrownBy(() -> run(
                        () -> new Machine() {
                            @Override
                            long increment(String text) {
                                return super.increment(text) + 1;
                            }

                            @Override
                            public void close() {
                                closed.incrementAndGet();
                            }
                        },
                        "M"))
                .hasCauseInstanceOf(DivergenceTrap.class);
        assertThat(closed).hasValue(1);
    }

    private String tally(String name) {
        return storage.buckets().get("tallies", name).map(Bytes::toUtf8String).orElse("absent");
    }

    /** Runs code on a new host. */
    private String run(Supplier<ForeignComponent.Code> machine, String code) {
        ForeignComponent component = new ForeignComponent(
                "foreign",
                List.of(new WorldType.Item(TallyInterface.NAME, TallyInterface.TYPE)),
                List.of(new WorldType.Item("test:foreign/machine", MACHINE)),
                machine);
        try (WorkerHost host = WorkerHost.on(storage)
                .component(component)
                .provider(TallyInterface.host(true))
                .retry(RetryPolicy.NONE)
                .build()) {
            Invoker caller = host.invoker(new WorkerId("foreign", "w"), "test:foreign/machine");
            return caller.<Bytes>call(RUN, Bytes.utf8(code)).toUtf8String();
        }
    }

    /**
     * Code is instructions that a semicolon ends: O opens a tally and F finds one, A adds to the last one, M shows the memory, which
     * is every sum so far. Values are bytes: LEB128 numbers, texts behind their length.
     */
    private static class Machine implements ForeignComponent.Code {
        private String memory = "";
        private Bytes handle = Bytes.EMPTY;

        long increment(String text) {
            return Long.parseLong(text);
        }

        @Override
        public Bytes call(String function, Bytes arguments, BiFunction<String, Bytes, Bytes> imports) {
            assertThat(function).isEqualTo("test:foreign/machine#run");
            StringBuilder out = new StringBuilder();
            for (String instruction :
                    arguments.slice(1, arguments.size()).toUtf8String().split(";")) {
                out.append(instruction(instruction.charAt(0), instruction.substring(1), imports));
            }
            return text(out.toString().trim());
        }

        private String instruction(char operation, String operand, BiFunction<String, Bytes, Bytes> imports) {
            if (operation == 'O') {
                handle = imports.apply("test:tally/tallies#[static]tally.open", text(operand));
                return "";
            }
            if (operation == 'F') {
                Bytes found = imports.apply("test:tally/tallies#find", text(operand));
                handle = found.get(0) == 1 ? found.slice(1, found.size()) : handle;
                return "";
            }
            if (operation == 'A') {
                Bytes number = Bytes.of((byte) increment(operand));
                Bytes sum = imports.apply("test:tally/tallies#[method]tally.add", handle.concat(number));
                memory += sum.get(0);
                return sum.get(0) + " ";
            }
            return memory;
        }

        private static Bytes text(String text) {
            Bytes utf8 = Bytes.utf8(text);
            return Bytes.of((byte) utf8.size()).concat(utf8);
        }
    }
}
