package dev.wit4j.host;

final class MemoryKeyValueTest extends KeyValueContract {
    @Override
    String store() {
        return "memory:";
    }
}
