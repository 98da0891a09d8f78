package dev.wit4j.component;

import dev.wit4j.Result;
import dev.wit4j.Unit;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;
import java.util.Optional;

/** The codec of a {@code result} that is no function's. */
final class ResultCodec<T, E> implements ValueCodec<Result<T, E>> {
    private final ValueCodec<T> ok;
    private final ValueCodec<E> err;
    private final TypeInfo.Result type;

    ResultCodec(ValueCodec<T> ok, ValueCodec<E> err) {
        this.ok = ok;
        this.err = err;
        this.type = new TypeInfo.Result(side(ok), side(err));
    }

    private static Optional<TypeInfo> side(ValueCodec<?> codec) {
        return isPresent(codec) ? Optional.of(codec.type()) : Optional.empty();
    }

    @Override
    public TypeInfo type() {
        return type;
    }

    @Override
    public void write(ValueWriter out, Result<T, E> value) {
        if (value instanceof Result.Ok<T, E> good) {
            out.beginResult(type, true);
            writeSide(ok, out, good.value());
        } else if (value instanceof Result.Err<T, E> bad) {
            out.beginResult(type, false);
            writeSide(err, out, bad.error());
        }
        out.endResult();
    }

    @Override
    public Result<T, E> read(ValueReader in) {
        Result<T, E> value = in.beginResult(type) ? Result.ok(readSide(ok, in)) : Result.err(readSide(err, in));
        in.endResult();
        return value;
    }

    /** Nothing is written for a side that is absent. */
    private static <S> void writeSide(ValueCodec<S> side, ValueWriter out, S value) {
        if (isPresent(side)) {
            side.write(out, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static <S> S readSide(ValueCodec<S> side, ValueReader in) {
        return isPresent(side) ? side.read(in) : (S) Unit.VALUE;
    }

    private static boolean isPresent(ValueCodec<?> side) {
        return side != Codecs.NONE;
    }

    @Override
    public Result<T, E> check(Result<T, E> value) {
        if (value instanceof Result.Ok<T, E> good) {
            T checked = ok.check(good.value());
            return checked == good.value() ? value : Result.ok(checked);
        }
        E error = ((Result.Err<T, E>) value).error();
        E checked = err.check(error);
        return checked == error ? value : Result.err(checked);
    }

    @Override
    public boolean hasHandles() {
        return ok.hasHandles() || err.hasHandles();
    }

    @Override
    public Result<T, E> mapHandles(Result<T, E> value, HandleMapper mapper) {
        if (!hasHandles()) {
            return value;
        }
        return value instanceof Result.Ok<T, E> good
                ? Result.ok(ok.mapHandles(good.value(), mapper))
                : Result.err(err.mapHandles(((Result.Err<T, E>) value).error(), mapper));
    }
}
