// What can be said of a source line in one key, and which places are looked at first.
import { m } from "../../i18n";
import type { Diagnostic } from "../../ipc/generated/Diagnostic";
import type { Directive } from "../../ipc/generated/Directive";
import type { DocumentView } from "../../ipc/generated/DocumentView";
import type { Role } from "../../ipc/generated/Role";
import type { Verdict } from "../../ipc/generated/Verdict";
import { pointWords } from "../../lib/points";
import { type Line, roleWords } from "./source";

/** A place to look at: something doubted, or a line the person came to. */
export interface Place {
  /** The source line a verdict speaks of. */
  line: number;
  doubt: Diagnostic | null;
}

/** One thing that can be said. */
export interface Option {
  /** Tells options of one list apart. */
  id: string;
  words: string;
  hint: string | null;
  /** Nothing for what is done before something can be said. */
  verdict: Verdict | null;
  /** What that is. */
  ask?: Ask;
}

/** An addressee or a day is typed, the rarer answers are shown, the document is taken out of the library. */
export type Ask = "addressee" | "day" | "more" | "remove";

/** Encodings Russian texts come in, by their WHATWG labels. */
const ENCODINGS = ["windows-1251", "koi8-r", "ibm866", "utf-8", "utf-16le", "x-mac-cyrillic"];

/** Parts a line can be, the usual ones first. */
const ROLES: readonly Role[] = [
  "directive",
  "addressee",
  "finding",
  "section-title",
  "lead-in",
  "lead",
  "closing",
  "furniture",
];

const WEIGHT = { error: 0, warning: 1, note: 2 };

/** What was doubted and is asked, the gravest first, then as it stands in the source. */
export function doubtsOf(view: DocumentView): Place[] {
  return placesOf(view, ({ severity }) => severity !== "note");
}

/** What reading did by itself: it can be looked at and said otherwise, and asks nothing. */
export function doneOf(view: DocumentView): Place[] {
  return placesOf(view, ({ severity }) => severity === "note");
}

function placesOf(view: DocumentView, which: (doubt: Diagnostic) => boolean): Place[] {
  return view.resolution.diagnostics
    .filter(which)
    .sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || a.lines[0] - b.lines[0])
    .map((doubt) => ({
      // Where lines were joined, the doubt is about the second one.
      line: doubt.code === "broken-paragraph" ? doubt.lines[1] : doubt.lines[0],
      doubt,
    }));
}

/** The directives read from a line. */
export function directivesAt(view: DocumentView, line: number): Directive[] {
  return view.resolution.sections
    .flatMap(({ groups }) => groups)
    .flatMap(({ directives }) => directives)
    .filter(({ source }) => source && source.lines[0] <= line && line <= source.lines[1]);
}

/** The first line of the paragraph a line was joined to, if it was. */
function joinedTo(view: DocumentView, line: number): number | null {
  const range = view.placements.find(({ lines }) => lines[0] <= line && line <= lines[1])?.lines;
  return range && range[0] < line ? range[0] : null;
}

/**
 * What can be said of a place: of a doubt the answers to its question, with `wide` everything else as
 * well. `cut` is where the caret stands in the line.
 */
export function optionsOf(
  place: Place,
  line: Line,
  view: DocumentView,
  cut: number | null,
  wide: boolean,
): Option[] {
  const answers = place.doubt ? answersTo(place.doubt, line, view) : [];
  if (place.doubt?.code === "guessed-encoding") return answers;
  // A cut is made where a person put the caret: whoever does so wants it at hand.
  const parted = cut === null ? [] : [splitAt(line, cut)];
  if (answers.length > 0 && !wide) {
    const more = { id: "more", words: m.review_more(), hint: null, verdict: null, ask: "more" } as const;
    return [...answers, ...parted, more];
  }
  const known = new Set(answers.map(({ id }) => id));
  const rest = ofLine(line, view).filter(({ id }) => !known.has(id));
  return [...answers, ...parted, ...rest];
}

const option = (
  id: string,
  words: string,
  verdict: Verdict | null,
  more: Pick<Partial<Option>, "hint" | "ask"> = {},
): Option => ({ id, words, verdict, hint: null, ...more });

/** The answers to the question a doubt asks. */
function answersTo({ code, args }: Diagnostic, line: Line, view: DocumentView): Option[] {
  const right = (words: string): Option => option("accept", words, { kind: "accept", code });
  const is = (role: Role): Option => asRole(role);
  switch (code) {
    case "orphan-deadline": {
      const phrase = args?.["phrase"] ?? "";
      const own = directivesAt(view, line.number).map(({ id }) => view.numbers[id] ?? "");
      const points = own.filter((number) => number !== "").map((number) => pointWords(number));
      return [
        option("deadline-line", m.review_deadline_line({ count: own.length }), { kind: "deadline", phrase, of: "line" }, { hint: points.join(", ") || null }),
        option("deadline-following", m.review_deadline_following(), { kind: "deadline", phrase, of: "following" }),
        option("deadline-none", m.review_deadline_none(), { kind: "no-deadline", phrase }),
      ];
    }
    case "no-adoption-date":
      return [
        option("adopted", m.review_adopted(), null, { ask: "day" }),
        right(m.review_adopted_none()),
      ];
    case "no-directives":
      return [
        option("remove", m.review_no_resolution(), null, { ask: "remove" }),
        right(m.review_no_directives()),
      ];
    case "possible-directive":
      return [is("directive"), right(m.review_no_directive())];
    case "empty-group":
      return [right(m.review_empty_group()), is("directive"), is("lead-in"), is("finding")];
    case "unplaced-line":
      return [right(m.review_left_out()), is("directive"), is("finding"), is("closing")];
    case "broken-paragraph":
      return [right(m.review_accept()), option("part", m.review_part(), { kind: "part" })];
    case "guessed-encoding":
      return [
        right(m.review_accept()),
        ...ENCODINGS.filter((label) => label !== view.encoding?.toLowerCase()).map((label) =>
          option(label, m.review_encoding({ label }), { kind: "encoding", label }),
        ),
      ];
    default:
      return [right(m.review_accept())];
  }
}

function asRole(role: Role): Option {
  return option(role, m.review_as({ role: roleWords(role) }), { kind: "as", role });
}

function splitAt({ text }: Line, at: number): Option {
  const hint = m.review_split_hint({ text: text.slice(at, at + 40).trim() });
  return option("split", m.review_split(), { kind: "split-at", at }, { hint });
}

/** Everything that can be said of any line. */
function ofLine(line: Line, view: DocumentView): Option[] {
  const options: Option[] = [];
  const joined = joinedTo(view, line.number) !== null;
  if (joined) options.push(option("part", m.review_part(), { kind: "part" }));
  options.push(...ROLES.filter((role) => role !== line.role).map(asRole));
  if (!joined && line.number > 1) options.push(option("join", m.review_join(), { kind: "join" }));
  for (const { deadlines } of directivesAt(view, line.number)) {
    for (const { phrase, inherited_from } of deadlines) {
      if (inherited_from !== null || !line.text.includes(phrase)) continue;
      const words = m.review_no_deadline({ phrase });
      options.push(option(`no-${phrase}`, words, { kind: "no-deadline", phrase }));
    }
  }
  if (line.role === "directive" || line.role === "addressee") {
    options.push(option("another-addressee", m.review_addressee(), null, { ask: "addressee" }));
  }
  return options;
}

/** The key of the n-th option: 1–9, then 0; the rest have none. */
export function keyOf(at: number): string | null {
  if (at < 9) return String(at + 1);
  return at === 9 ? "0" : null;
}

/** Which option a pressed key means. */
export function pressed(code: string): number | null {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit === undefined) return null;
  return digit === "0" ? 9 : Number(digit) - 1;
}
