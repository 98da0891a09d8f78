package dev.wit4j.host;

final class MemoryKeyValueTest extends KeyValueContract {
    @Override
    String store() {
        return "memory:";
    }

    @Override
    public boolean outlivesItsHost() {
        return false;
    }
}
