package dev.wit4j.keyvalue.system;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import wit.wasi.clocks.v0_2.timezone.Timezone;
import wit.wasi.clocks.v0_2.timezone.TimezoneDisplay;
import wit.wasi.clocks.v0_2.wall_clock.Datetime;

/**
 * The local time of a zone. Moments that are too far away for it have the offset of the last one that it knows.
 *
 * @param zone the machine's
 */
record LocalTime(ZoneId zone) implements Timezone {
    @Override
    public TimezoneDisplay display(Datetime when) {
        boolean summer = zone.getRules().isDaylightSavings(instant(when));
        String name = TimeZone.getTimeZone(zone).getDisplayName(summer, TimeZone.SHORT, Locale.ENGLISH);
        return new TimezoneDisplay(utcOffset(when), name, summer);
    }

    @Override
    public int utcOffset(Datetime when) {
        return zone.getRules().getOffset(instant(when)).getTotalSeconds();
    }

    private static Instant instant(Datetime when) {
        long last = Instant.MAX.getEpochSecond();
        return Instant.ofEpochSecond(Long.compareUnsigned(when.seconds(), last) < 0 ? when.seconds() : last);
    }
}
