// What Mozilla's reader finds in a calendar: an .ics on standard input, JSON on standard output.
//
// Hours with a zone come out as instants in UTC (`…Z`), worked out from the VTIMEZONE of the file
// and nothing else; hours without one as they stand, days as days (the end is the day after).
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const when = (time) => {
  if (time === null) return null;
  if (time.isDate || time.zone === ICAL.Timezone.localTimezone) return time.toString();
  return new Date(time.toUnixTime() * 1000).toISOString();
};

const read = (event) => {
  const value = (name) => event.getFirstPropertyValue(name);
  return {
    uid: value("uid"),
    sequence: value("sequence"),
    status: value("status"),
    summary: value("summary"),
    language: event.getFirstProperty("summary")?.getParameter("language") ?? null,
    description: value("description"),
    location: value("location"),
    categories: event.getFirstProperty("categories")?.getValues() ?? [],
    related: value("related-to"),
    isDate: value("dtstart").isDate,
    start: when(value("dtstart")),
    end: when(value("dtend")),
  };
};

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf-8")));
console.log(JSON.stringify(calendar.getAllSubcomponents("vevent").map(read)));
