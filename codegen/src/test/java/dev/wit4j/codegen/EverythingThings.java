package dev.wit4j.codegen;

import dev.wit4j.ByteStreamReader;
import dev.wit4j.FutureReader;
import dev.wit4j.StreamReader;
import dev.wit4j.StringException;
import dev.wit4j.Tuple2;
import golden.tests.everything.v0_2.things.Box;
import golden.tests.everything.v0_2.things.Holder;
import golden.tests.everything.v0_2.things.Lent;
import golden.tests.everything.v0_2.things.Part;
import golden.tests.everything.v0_2.things.Plain;
import golden.tests.everything.v0_2.things.Thing;
import golden.tests.everything.v0_2.things.ThingException;
import golden.tests.everything.v0_2.things.Things;
import golden.tests.everything.v0_2.values.Failure;
import golden.tests.everything.v0_2.values.FailureException;
import java.util.List;
import java.util.Optional;

/** Implements the interface {@code things}, for a host as well as for a guest. */
final class EverythingThings implements Things {
    /** A thing of this implementation. */
    static final class NamedThing implements Thing {
        private String name;

        NamedThing(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void rename(String to) {
            if (to.isEmpty()) {
                throw new FailureException(new Failure.NotFound(to));
            }
            name = to;
        }

        @Override
        public byte compare(Thing other) {
            return (byte) Integer.signum(name.compareTo(((NamedThing) other).name));
        }

        @Override
        public void close() {}
    }

    @Override
    public Thing.Statics thing() {
        return new Thing.Statics() {
            @Override
            public Thing create(String name) {
                return new NamedThing(name);
            }

            @Override
            public Thing merge(Thing first, Thing second) {
                return new NamedThing(first.name() + second.name());
            }
        };
    }

    @Override
    public Part.Statics part() {
        return (of, size) -> {
            if (size == 0) {
                throw new StringException("no part of " + of.name());
            }
            return new Part() {
                @Override
                public int size() {
                    return size;
                }

                @Override
                public void close() {}
            };
        };
    }

    @Override
    public Box pack(Thing content, List<Thing> spares) {
        return new Box("box", content, spares.stream().findFirst());
    }

    @Override
    public Tuple2<Thing, Optional<Thing>> unpack(Box it) {
        return new Tuple2<>(it.content(), it.spare());
    }

    @Override
    public long weigh(List<Lent> all) {
        return all.stream()
                .mapToLong(lent -> lent.count() + lent.one().name().length())
                .sum();
    }

    @Override
    public Holder hold(Holder it) {
        return it;
    }

    @Override
    public Thing pass(Thing it) {
        return it;
    }

    @Override
    public Plain take() {
        throw new ThingException(new NamedThing("taken"));
    }

    @Override
    public ByteStreamReader bytes(ByteStreamReader source) {
        return source;
    }

    @Override
    public FutureReader<String> colors(StreamReader<String> source, FutureReader<Long> last) {
        return () -> String.join(",", source.read(10)) + last.read();
    }
}
