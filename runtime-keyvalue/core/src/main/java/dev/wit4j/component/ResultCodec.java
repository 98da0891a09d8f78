package dev.wit4j.component;

import dev.wit4j.Result;
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
        return codec == Codecs.NONE ? Optional.empty() : Optional.of(codec.type());
    }

    @Override
    public TypeInfo type() {
        return type;
    }

    @Override
    public void write(ValueWriter out, Result<T, E> value) {
        if (value instanceof Result.Ok<T, E> good) {
            out.beginResult(type, true);
            ok.write(out, good.value());
        } else if (value instanceof Result.Err<T, E> bad) {
            out.beginResult(type, false);
            err.write(out, bad.error());
        }
        out.endResult();
    }

    @Override
    public Result<T, E> read(ValueReader in) {
        Result<T, E> value = in.beginResult(type) ? Result.ok(ok.read(in)) : Result.err(err.read(in));
        in.endResult();
        return value;
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
