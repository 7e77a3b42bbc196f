// What can be said of a source line in one key, and which places are looked at first.
import { m } from "../../i18n";
import type { Diagnostic } from "../../ipc/generated/Diagnostic";
import type { Directive } from "../../ipc/generated/Directive";
import type { DocumentView } from "../../ipc/generated/DocumentView";
import type { Role } from "../../ipc/generated/Role";
import type { Verdict } from "../../ipc/generated/Verdict";
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
  /** Nothing for what has to be typed first. */
  verdict: Verdict | null;
}

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

/** What was doubted, the gravest first, then as it stands in the source. */
export function doubtsOf(view: DocumentView): Place[] {
  return [...view.resolution.diagnostics]
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

/** Everything that can be said of a place; `cut` is where the caret stands in the line. */
export function optionsOf(
  place: Place,
  line: Line,
  view: DocumentView,
  cut: number | null,
): Option[] {
  const options: Option[] = [];
  const add = (id: string, words: string, verdict: Verdict | null, hint: string | null = null) =>
    options.push({ id, words, hint, verdict });
  const { doubt } = place;
  if (doubt) add("accept", m.review_accept(), { kind: "accept", code: doubt.code });
  if (doubt?.code === "guessed-encoding") {
    for (const label of ENCODINGS.filter((label) => label !== view.encoding?.toLowerCase())) {
      add(label, m.review_encoding({ label }), { kind: "encoding", label });
    }
    return options;
  }
  const joined = joinedTo(view, line.number) !== null;
  if (joined) add("part", m.review_part(), { kind: "part" });
  for (const role of ROLES.filter((role) => role !== line.role)) {
    add(role, m.review_as({ role: roleWords(role) }), { kind: "as", role });
  }
  if (!joined && line.number > 1) add("join", m.review_join(), { kind: "join" });
  if (cut !== null) {
    const hint = line.text.slice(cut, cut + 40).trim();
    add("split", m.review_split(), { kind: "split-at", at: cut }, m.review_split_hint({ text: hint }));
  }
  for (const { deadlines } of directivesAt(view, line.number)) {
    for (const { phrase, inherited_from } of deadlines) {
      if (inherited_from === null && line.text.includes(phrase)) {
        add(`no-${phrase}`, m.review_no_deadline({ phrase }), { kind: "no-deadline", phrase });
      }
    }
  }
  if (line.role === "directive" || line.role === "addressee") {
    add("another-addressee", m.review_addressee(), null);
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
