// How the head of a document is laid out where it is printed: the kind in a line of its own, what it is
// of, the theme. The pages of a file are set in the same lines.
import { m } from "../i18n";
import type { Kind } from "../ipc/generated/Kind";
import type { Resolution } from "../ipc/generated/Resolution";

/** The lines of a head; an empty one is not printed. */
export interface Heading {
  kind: string;
  of: string;
  theme: string;
}

/** What is printed is Russian whatever language the window speaks. */
const RUSSIAN = { locale: "ru" } as const;

/** A document kind as a page prints it. */
export function printedKind(kind: Kind): string {
  const words: Record<Kind, string> = {
    resolution: m.kind_resolution({}, RUSSIAN),
    decision: m.kind_decision({}, RUSSIAN),
    recommendations: m.kind_recommendations({}, RUSSIAN),
    protocol: m.kind_protocol({}, RUSSIAN),
    plan: m.kind_plan({}, RUSSIAN),
    order: m.kind_order({}, RUSSIAN),
  };
  return words[kind];
}

export const KINDS: readonly Kind[] = [
  "resolution",
  "decision",
  "recommendations",
  "protocol",
  "plan",
  "order",
];

/** Splits a title into its lines; words are moved between lines, never changed. */
export function headingOf({ title, kind, event }: Pick<Resolution, "title" | "kind" | "event">): Heading {
  const [head, rest] = splitKind(title.trim().split(/\s+/).filter(Boolean), printedKind(kind));
  const theme = event.theme?.trim() ?? "";
  const quoted = theme === "" ? "" : printedTheme(theme, kind);
  if (quoted === "" || !rest.includes(quoted)) return { kind: head, of: rest, theme: quoted };
  // A theme in the middle of the title is not said again.
  if (!rest.endsWith(quoted)) return { kind: head, of: rest, theme: "" };
  return { kind: head, of: rest.slice(0, -quoted.length).trim(), theme: quoted };
}

/** The heading to the text of an order or a decision is no name and has no guillemets. */
function printedTheme(theme: string, kind: Kind): string {
  const about = (kind === "order" || kind === "decision") && /^\u041e(?:\u0431|\u0431\u043e)? /u.test(theme);
  return about || /^\u00ab.*\u00bb$/u.test(theme) ? theme : `\u00ab${theme}\u00bb`;
}

/** The kind with what stands before it and its number, and what is left. */
function splitKind(words: readonly string[], kind: string): [string, string] {
  const is = (name: string) => (word: string | undefined) => word?.toLowerCase() === name.toLowerCase();
  const named = words.slice(0, 2).findIndex(is(kind));
  if (named === -1) {
    // The title names another kind: it was changed since the title was written.
    const other = KINDS.some((each) => is(printedKind(each))(words[0]));
    return [kind, words.slice(other ? 1 : 0).join(" ")];
  }
  let end = named + 1;
  if (words[end] === "\u2116") end += 2;
  else if (words[end]?.startsWith("\u2116")) end += 1;
  return [words.slice(0, end).join(" "), words.slice(end).join(" ")];
}
