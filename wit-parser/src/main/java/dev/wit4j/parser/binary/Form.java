package dev.wit4j.parser.binary;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A parenthesised form of the text format, {@code (head ...)}, read from left to right. */
final class Form {
    private final String source;
    private final SExpression.Items items;
    private int next;

    private Form(String source, SExpression.Items items) {
        this.source = source;
        this.items = items;
    }

    static Form of(String source, SExpression expression) throws InvalidPackageException {
        if (expression instanceof SExpression.Items items) {
            return new Form(source, items);
        }
        throw SExpressionReader.error(source, expression.offset(), "expected a parenthesis");
    }

    boolean hasNext() {
        return next < items.items().size();
    }

    SExpression next() throws InvalidPackageException {
        if (!hasNext()) {
            throw error("this form is incomplete");
        }
        return items.items().get(next++);
    }

    /** The next expression, which must be a form. */
    Form form() throws InvalidPackageException {
        return of(source, next());
    }

    String keyword() throws InvalidPackageException {
        SExpression expression = next();
        if (expression instanceof SExpression.Atom atom) {
            return atom.text();
        }
        throw error(expression, "expected a keyword");
    }

    /** The next expression if it is that keyword. */
    boolean accept(String keyword) {
        boolean found = hasNext()
                && items.items().get(next) instanceof SExpression.Atom atom
                && atom.text().equals(keyword);
        if (found) {
            next++;
        }
        return found;
    }

    /** The identifier, if one comes next. */
    Optional<String> identifier() {
        if (hasNext()
                && items.items().get(next) instanceof SExpression.Atom atom
                && atom.text().startsWith("$")) {
            next++;
            return Optional.of(atom.text());
        }
        return Optional.empty();
    }

    /** The next expression, if it is a form with that head, its head read. */
    Optional<Form> form(String head) throws InvalidPackageException {
        if (hasNext()
                && items.items().get(next) instanceof SExpression.Items inner
                && !inner.items().isEmpty()
                && inner.items().get(0) instanceof SExpression.Atom atom
                && atom.text().equals(head)) {
            next++;
            Form form = of(source, inner);
            form.keyword();
            return Optional.of(form);
        }
        return Optional.empty();
    }

    byte[] bytes() throws InvalidPackageException {
        SExpression expression = next();
        if (expression instanceof SExpression.Bytes bytes) {
            return bytes.value();
        }
        throw error(expression, "expected a string");
    }

    String name() throws InvalidPackageException {
        int start = next;
        byte[] bytes = bytes();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw error(items.items().get(start), "this name is not UTF-8");
        }
    }

    /** The next expression, which must be a form with that head. */
    Form required(String head) throws InvalidPackageException {
        Optional<Form> form = form(head);
        if (form.isEmpty()) {
            throw error(next(), "expected a `" + head + "`");
        }
        return form.get();
    }

    /** An expression of this form as a form. */
    Form inner(SExpression expression) throws InvalidPackageException {
        return of(source, expression);
    }

    /** A number below 2^32, as the 32 bits that it has. */
    int number() throws InvalidPackageException {
        return number(next());
    }

    int number(SExpression expression) throws InvalidPackageException {
        try {
            if (expression instanceof SExpression.Atom atom) {
                return Integer.parseUnsignedInt(atom.text().replace("_", ""));
            }
        } catch (NumberFormatException e) {
            // told below, like anything else that is no number
        }
        throw error(expression, "expected a number");
    }

    void end() throws InvalidPackageException {
        if (hasNext()) {
            throw error(items.items().get(next), "unexpected expression");
        }
    }

    InvalidPackageException error(String message) {
        return error(items, message);
    }

    InvalidPackageException error(SExpression where, String message) {
        return SExpressionReader.error(source, where.offset(), message);
    }
}
