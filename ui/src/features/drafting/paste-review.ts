// A pasted text line by line: what each line becomes, and what comes of them together.
import type { DiagnosticCode } from "../../ipc/generated/DiagnosticCode";
import type { Directive } from "../../ipc/generated/Directive";
import type { PastedView } from "../../ipc/generated/PastedView";
import type { Role } from "../../ipc/generated/Role";

/** What a line can become. */
export type Choice = "directive" | "finding" | "addressee" | "lead" | "skip";

/** Choices in the order of the list. */
export const CHOICES: readonly Choice[] = ["directive", "finding", "addressee", "lead", "skip"];

/** One or several lines that were read as one. */
export interface PastedLine {
  /** Its first line, 1-based: its name in the list. */
  line: number;
  text: string;
  /** What the reader took it for. */
  read: Choice;
  /** A person should look at it first. */
  doubtful: boolean;
  /** What was recognised there, with its lead. */
  directive: Directive | null;
  /** The heading without its number and colon. */
  heading: string | null;
}

/** A directive to be put into the text. */
export interface PastedDirective {
  text: string;
  lead: string | null;
}

/** What is to be put into the text; without a heading it goes where the caret is. */
export interface Pasted {
  groups: readonly { heading: string | null; directives: readonly PastedDirective[] }[];
  findings: readonly string[];
}

const READ: Record<Role, Choice> = {
  directive: "directive",
  lead: "lead",
  addressee: "addressee",
  finding: "finding",
  problem: "finding",
  title: "skip",
  preamble: "skip",
  "section-title": "skip",
  "lead-in": "skip",
  "group-deadline": "skip",
  closing: "skip",
  furniture: "skip",
  note: "skip",
  unplaced: "skip",
};

/** Roles a pasted piece of a list seldom has: words would be left out. */
const UNSURE: ReadonlySet<Role> = new Set(["group-deadline", "note", "unplaced", "preamble", "closing"]);

/** A line of a numbered list. */
const NUMBERED = /^(?:\d{1,2}\.)+\d{0,2}\s*\p{L}|^\d{1,2}\)\s*\p{L}/u;

/** What a document lacks and a pasted piece need not have. */
const OF_WHOLE: ReadonlySet<DiagnosticCode> = new Set(["no-adoption-date", "no-directives", "guessed-encoding"]);

/** Every line with words, as it was read. */
export function pastedLines(view: PastedView): PastedLine[] {
  const { resolution, placements } = view;
  const groups = resolution.sections.flatMap((section) => section.groups);
  const directives = groups.flatMap((group) => group.directives);
  const headed = groups.filter(({ heading }) => heading !== "");
  const placed = (role: Role): number => placements.filter((each) => each.role === role).length;
  // Recognised parts stand in the order of their lines; where counts differ a line is split or joined.
  const paired = placed("directive") === directives.length;
  const pairedHeads = placed("addressee") === headed.length;
  let [directive, head] = [0, 0];
  const rows = placements.map(({ lines: [from, to], role }): PastedLine => {
    const own = role === "directive" ? directives[directive++] : undefined;
    const group = role === "addressee" ? headed[head++] : undefined;
    const text = view.lines
      .filter(({ number }) => number >= from && number <= to)
      .map((line) => line.text.trim())
      .filter((words) => words !== "")
      .join(" ");
    const noticed = resolution.diagnostics.some(
      ({ code, severity, lines }) =>
        severity !== "note" && !OF_WHOLE.has(code) && lines[0] <= to && lines[1] >= from,
    );
    return {
      line: from,
      text,
      // «2.6. Провести …» above the first heading: of a piece of a list, a number says more than the place.
      read: UNSURE.has(role) && NUMBERED.test(text) ? "directive" : READ[role],
      doubtful: noticed || UNSURE.has(role) || (role === "directive" && !paired),
      directive: (paired && own) || null,
      heading: (pairedHeads && group?.heading) || null,
    };
  });
  const covered = new Set(placements.flatMap(({ lines: [from, to] }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)));
  const rest = view.lines
    .filter(({ number }) => !covered.has(number))
    .map(({ number, text }): PastedLine => ({
      line: number,
      text: text.trim(),
      read: "skip",
      doubtful: true,
      directive: null,
      heading: null,
    }));
  return [...rows, ...rest].filter(({ text }) => text !== "").toSorted((a, b) => a.line - b.line);
}

/** What comes of the lines as they were chosen. */
export function pastedOf(lines: readonly PastedLine[], choiceOf: (line: PastedLine) => Choice): Pasted {
  const groups: { heading: string | null; directives: PastedDirective[] }[] = [];
  const findings: string[] = [];
  let lead: string | null = null;
  for (const line of lines) {
    const choice = choiceOf(line);
    if (choice === "finding") findings.push(withoutMark(line.text));
    if (choice === "addressee") {
      groups.push({ heading: line.heading ?? headingOf(line.text), directives: [] });
      lead = null;
    }
    if (choice === "lead") lead = withoutMark(line.text);
    if (choice !== "directive") continue;
    // A lead goes on as long as the reader said so, or a person made one.
    const own: string | null = line.directive ? line.directive.lead : lead;
    if (groups.length === 0) groups.push({ heading: null, directives: [] });
    const kept = own !== null && lead === null ? null : own;
    groups.at(-1)?.directives.push({ text: line.directive?.text ?? directiveText(line.text), lead: kept });
  }
  return { groups: groups.filter(({ heading, directives }) => heading !== null || directives.length > 0), findings };
}

/** A directive's words: without its number or bullet, without the sign at the end. */
export function directiveText(text: string): string {
  return withoutMark(text).replace(/[\s;.,]+$/u, "");
}

function headingOf(text: string): string {
  return withoutMark(text).replace(/[\s:;.]+$/u, "");
}

function withoutMark(text: string): string {
  return text.replace(/^\s*(?:(?:\d{1,2}\.)+\d{0,2}(?=[\s\p{L}])|\d{1,2}\)|\p{L}\)|[-–—•*·])\s*/iu, "").trim();
}
