package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import java.util.List;
import java.util.Optional;

/** Each of its carts holds a tally of its host, and so does the shop itself, that it found last. */
class ShopGuest implements ShopWorld.Shop, Checkpoint {
    private final TallyInterface.Tallies tallies;
    private Optional<TallyInterface.Tally> found = Optional.empty();
    private long total;

    ShopGuest(TallyInterface.Tallies tallies) {
        this.tallies = tallies;
    }

    @Override
    public ShopWorld.Cart create(String name) {
        return new OwnCart(name, tallies.open(name));
    }

    @Override
    public String check(ShopWorld.Cart cart) {
        return ((OwnCart) cart).name;
    }

    @Override
    public boolean find(String name) {
        found = tallies.find(name);
        return found.isPresent();
    }

    @Override
    public long addToFound(long n) {
        total = found.orElseThrow().add(n);
        return total;
    }

    @Override
    public long sumOfFound() {
        total = found.orElseThrow().sum();
        return total;
    }

    @Override
    public long total() {
        return total;
    }

    private final class OwnCart implements ShopWorld.Cart {
        private final String name;
        private final TallyInterface.Tally tally;

        OwnCart(String name, TallyInterface.Tally tally) {
            this.name = name;
            this.tally = tally;
        }

        @Override
        public long add(long n) {
            total = tally.add(n);
            return total;
        }

        @Override
        public void close() {
            tally.close();
        }
    }

    @Override
    public Bytes save() {
        return Bytes.utf8(Long.toString(total));
    }

    @Override
    public void load(Bytes state) {
        total = Long.parseLong(state.toUtf8String());
    }

    @Override
    public List<Resource> held() {
        return found.<List<Resource>>map(List::of).orElse(List.of());
    }

    @Override
    public void hold(List<Resource> resources) {
        found = resources.stream().map(TallyInterface.Tally.class::cast).findFirst();
    }
}
