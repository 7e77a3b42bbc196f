// What the rules found, as the list and the text show it: a name that outlives the next check, a
// place to go to, words.
import type { EditorFinding, Part } from "../../editor";
import { findingReason, findingSentence, ruleTitle } from "../../i18n/rules";
import type { Finding } from "../../ipc/generated/Finding";
import type { Id } from "../../ipc/generated/Id";
import type { Severity } from "../../ipc/generated/Severity";
import { PREAMBLE, TITLE, CLOSING } from "./structure";

/** One piece of advice. */
export interface Advice {
  key: string;
  rule: Finding["rule"];
  severity: Severity;
  sentence: string;
  /** Why it is advised. */
  reason: string;
  /** The directive, group or section; nothing for the document. */
  place: Id | null;
  /** The group it counts for in the structure. */
  group: Id | null;
  section: Id | null;
  /** Where a person is led: a part by id, or one of the parts that have none. */
  target: string;
  part: Part | null;
  range: [number, number] | null;
  quote: string | null;
  /** What stands instead after the mending; empty takes the words out. */
  fix: string | null;
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** The advice of a check: the worst first, what one rule says together, in the order of the text. */
export function adviceOf(findings: readonly Finding[]): Advice[] {
  const seen = new Map<string, number>();
  const all = findings.map((finding) => advice(finding, seen));
  const rules = new Map<string, number>();
  for (const each of all) rules.set(kindOf(each), rules.get(kindOf(each)) ?? rules.size);
  const rule = (each: Advice): number => rules.get(kindOf(each)) ?? 0;
  return all.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || rule(a) - rule(b));
}

/** What one rule says more than once. */
export interface AdviceKind {
  key: string;
  rule: Finding["rule"];
  severity: Severity;
  /** What all of them say, or what the rule is called. */
  name: string;
  list: readonly Advice[];
}

/** Advice that stands together by its rule, in the order it stands in. */
export function kindsOf(list: readonly Advice[]): AdviceKind[] {
  const kinds = new Map<string, Advice[]>();
  for (const each of list) {
    const known = kinds.get(kindOf(each));
    if (known) known.push(each);
    else kinds.set(kindOf(each), [each]);
  }
  return [...kinds].map(([key, list]) => {
    const [{ rule, severity, sentence }] = list as [Advice];
    const same = list.every((each) => each.sentence === sentence);
    return { key, rule, severity, name: same ? sentence : ruleTitle(rule), list };
  });
}

function kindOf({ severity, rule }: Advice): string {
  return `${severity} ${rule}`;
}

function advice(finding: Finding, seen: Map<string, number>): Advice {
  const { rule, severity, group, directive, section, part, range, quote, fix } = finding;
  const place = directive ?? group ?? section;
  const name = [rule, place ?? "", part?.part ?? "", quote ?? ""].join(" ");
  // The same words twice in one place are two findings.
  const count = seen.get(name) ?? 0;
  seen.set(name, count + 1);
  return {
    key: `${name} ${count}`,
    rule,
    severity,
    sentence: findingSentence(finding),
    reason: findingReason(rule),
    place,
    group,
    section,
    target: place ?? documentPart(part),
    part,
    range,
    quote,
    fix: fix && (fix.kind === "remove" ? "" : fix.text),
  };
}

function documentPart(part: Part | null): string {
  if (part?.part === "preamble") return PREAMBLE;
  return part?.part === "closing" ? CLOSING : TITLE;
}

/** What of it can be marked in the text. */
export function marksOf(list: readonly Advice[]): EditorFinding[] {
  return list.flatMap(({ key, severity, place, part, range, quote }) =>
    part && range && quote ? [{ key, severity, place: placeOf(part, place), part, range, quote }] : [],
  );
}

/** Paragraphs of the whole document belong to no part of it. */
function placeOf(part: Part, place: Id | null): Id | null {
  return part.part === "preamble" || part.part === "closing" ? null : place;
}

/** How many there are of each weight. */
export function countsOf(list: readonly Advice[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of list) counts[severity] += 1;
  return counts;
}
