"""Opens calendars by a library that is not ours. Prints, for each event, its name, its first day, the
day after its last one, its repetition and its reminders."""

import sys
from pathlib import Path

from icalendar import Calendar

for name in sorted(Path(sys.argv[1]).glob("*.ics")):
    raw = name.read_bytes()
    assert raw.endswith(b"\r\n") and all(len(line) <= 75 for line in raw.split(b"\r\n")), name
    calendar = Calendar.from_ical(raw)
    for event in calendar.walk("VEVENT"):
        first, after = event.decoded("DTSTART"), event.decoded("DTEND")
        rule = event.get("RRULE")
        print(
            name.name,
            event["UID"],
            first.isoformat(),
            after.isoformat(),
            rule.to_ical().decode() if rule else "-",
            len(event.walk("VALARM")),
            sep="\t",
        )
