package sample;

final class MemoryKeyValueServiceTest extends KeyValueServiceContract {
    @Override
    String store() {
        return "memory:";
    }
}
