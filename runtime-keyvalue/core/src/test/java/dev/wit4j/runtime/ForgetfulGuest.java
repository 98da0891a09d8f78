package dev.wit4j.runtime;

import dev.wit4j.Resource;
import java.util.ArrayList;
import java.util.List;

/** A shop that goes on naming a tally that it has given back. */
class ForgetfulGuest extends ShopGuest {
    private final TallyInterface.Tallies tallies;
    private final List<Resource> closed = new ArrayList<>();

    ForgetfulGuest(TallyInterface.Tallies tallies) {
        super(tallies);
        this.tallies = tallies;
    }

    @Override
    public boolean find(String name) {
        TallyInterface.Tally tally = tallies.open(name);
        tally.close();
        closed.add(tally);
        return super.find(name);
    }

    @Override
    public List<Resource> held() {
        return closed;
    }
}
