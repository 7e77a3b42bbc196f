// Small assemblies for the tests of this screen.
import type { Assembly } from "../../ipc/generated/Assembly";
import type { AssemblyView } from "../../ipc/generated/AssemblyView";
import type { Beside } from "../../ipc/generated/Beside";
import type { Deadline } from "../../ipc/generated/Deadline";
import type { Incoming } from "../../ipc/generated/Incoming";
import type { Missing } from "../../ipc/generated/Missing";
import { wordRuns } from "../../lib/wording";

const directive = (id: string, text: string): Incoming["directive"] => ({
  id,
  text,
  lead: null,
  addressee: null,
  deadlines: [],
  indicators: [],
  references: [],
  source: null,
});

const incoming = (key: string, text: string, place: Incoming["place"]): Incoming => ({
  key,
  file: key.split("/")[0] ?? "",
  section: null,
  heading: "Управлению образования",
  directive: directive(key, text),
  place,
});

/** A directive that came back word for word. */
export const same = (key: string, id: string): Incoming => incoming(key, id, { place: "same", id });

/** A directive that came back in other words. */
export const edited = (key: string, id: string, old: string, now: string, anchored = true): Incoming =>
  incoming(key, now, { place: "edited", id, words: wordRuns(old, now), anchored });

/** A directive that came back with another term printed beside its words. */
export const postponed = (key: string, id: string, text: string, old: string, now: string): Incoming => {
  const term = (phrase: string): Beside => ({ deadlines: [deadline(phrase)], indicators: [], responsible: null, result: null, cells: [] });
  const place = { place: "edited", id, words: wordRuns(text, text), anchored: true } as const;
  return incoming(key, text, { ...place, beside: { before: term(old), after: term(now) } });
};

const deadline = (phrase: string): Deadline => ({
  phrase,
  from: null,
  to: null,
  kind: "by_date",
  recurrence: null,
  inherited_from: null,
  year_inferred: false,
});

/** A new directive. */
export const fresh = (key: string, text: string, after: string | null): Incoming =>
  incoming(key, text, { place: "new", after });

/** A directive a file leaves out. */
export const left = (file: string, id: string): Missing => ({ file, id, text: id });

/** What two files brought for a draft of four directives. */
export function view(assembly: Partial<Assembly>): AssemblyView {
  const group = (id: string, heading: string, directives: Incoming["directive"][]) => ({ id, heading, directives });
  const groups = [
    group("g", "Управлению образования", [directive("a", "провести смотр"), directive("b", "утвердить план")]),
    group("h", "Руководителям школ", [directive("c", "открыть клубы"), directive("d", "обновить сайты")]),
  ];
  const section = { id: "s", title: null, findings: [], problems: [], lead_in: null, groups };
  return {
    files: ["1", "2"].map((key) => ({ key, name: `${key}.docx`, error: null })),
    assembly: { directives: [], paragraphs: [], missing: [], conflicts: [], ...assembly },
    taken: [],
    left: [],
    draft: {
      card: { id: "draft", title: "Резолюция", directives: 4 },
      resolution: { preamble: ["Участники"], closing: ["Контроль"], sections: [section] },
      kept: 0,
      carry: null,
      ancestors: {},
    },
  } as unknown as AssemblyView;
}
