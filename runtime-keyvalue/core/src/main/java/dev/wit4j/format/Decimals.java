package dev.wit4j.format;

/** Finite floating-point numbers as decimal text that reads back as the same number. */
final class Decimals {
    private Decimals() {}

    static String text(float value) {
        return shorten(Float.toString(value));
    }

    static String text(double value) {
        return shorten(Double.toString(value));
    }

    /** {@code 1.0E10} is {@code 1e10}, and {@code 1.0} is {@code 1}. */
    private static String shorten(String text) {
        int exponent = text.indexOf('E');
        String digits = exponent < 0 ? text : text.substring(0, exponent);
        String whole = digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
        return exponent < 0 ? whole : whole + "e" + text.substring(exponent + 1);
    }
}
