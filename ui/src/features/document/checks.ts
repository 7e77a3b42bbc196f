// What the rules say of a document, drawn together by rule: the gravest first, each with its places.
import { findingReason, findingSentence, ruleTitle } from "../../i18n/rules";
import type { DocumentView } from "../../ipc/generated/DocumentView";
import type { Finding } from "../../ipc/generated/Finding";
import type { Severity } from "../../ipc/generated/Severity";
import { pointsOf } from "../../lib/points";
import { CLOSING, PREAMBLE, TITLE } from "./structure";

/** One place of a finding. */
export interface Check {
  /** What is said of it, with the words it quotes. */
  sentence: string;
  place: string;
  /** The text it is about, in the document's words. */
  quote: string | null;
  /** The part of the text it leads to. */
  target: string;
}

/** Everything one rule says. */
export interface CheckGroup {
  key: string;
  severity: Severity;
  /** What the rule says: the sentence of its only place, or its name. */
  name: string;
  why: string;
  checks: readonly Check[];
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Findings by their rules. */
export function groupsOf(findings: readonly Finding[], { resolution, numbers }: DocumentView): CheckGroup[] {
  const points = pointsOf(resolution.sections, (id) => numbers[id]);
  const directives = resolution.sections
    .flatMap(({ groups }) => groups)
    .flatMap(({ directives }) => directives);
  const texts = new Map(directives.map(({ id, text }) => [id, text]));
  const groups = new Map<string, { finding: Finding; checks: Check[] }>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`;
    const id = finding.directive ?? finding.group ?? finding.section;
    const check: Check = {
      sentence: findingSentence(finding),
      place: points.get(id ?? "") ?? "",
      quote: texts.get(finding.directive ?? "") ?? null,
      target: id ?? partOf(finding),
    };
    const group = groups.get(key) ?? { finding, checks: [] };
    group.checks.push(check);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, { finding, checks }]) => ({
      key,
      severity: finding.severity,
      name: nameOf(finding, checks),
      why: findingReason(finding.rule),
      checks,
    }))
    .sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

/** One sentence for all, if they say the same; else what the rule is called. */
function nameOf({ rule }: Finding, checks: readonly Check[]): string {
  const sentences = new Set(checks.map(({ sentence }) => sentence));
  const [only] = sentences;
  return sentences.size === 1 && only !== undefined ? only : ruleTitle(rule);
}

function partOf({ part }: Finding): string {
  if (part?.part === "preamble") return PREAMBLE;
  return part?.part === "closing" ? CLOSING : TITLE;
}
