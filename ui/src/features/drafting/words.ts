// Every word the editor shows, and words several parts of this screen share. What is printed is
// Russian whatever language the window speaks.
import type { Words } from "../../editor";
import { m } from "../../i18n";
import type { Deadline } from "../../ipc/generated/Deadline";
import type { Kind } from "../../ipc/generated/Kind";
import { deadlineWords } from "../../lib/facts";
import { formatDateOnPage } from "../../lib/format";

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

/** The words of the editor. */
export function editorWords(): Words {
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, printedKind(kind)]));
  return {
    label: m.draft_text(),
    handle: m.draft_handle(),
    kinds: kinds as Record<Kind, string>,
    draft: m.draft_printed_mark({}, RUSSIAN),
    date: formatDateOnPage,
    hints: {
      preamble: m.draft_hint_preamble(),
      closing: m.draft_hint_closing(),
      section_title: m.draft_hint_section_title(),
      finding: m.draft_hint_finding(),
      problem: m.draft_hint_problem(),
      lead_in: m.draft_hint_lead_in(),
      group_head: m.draft_hint_group_head(),
      directive: m.draft_hint_directive(),
      lead: m.draft_hint_lead(),
    },
  };
}

/** A printed number as a sentence names it: «п. 1.2». */
export function pointWords(number: string | undefined): string {
  return number === undefined ? "" : m.document_point({ number: number.replace(/\.$/, "") });
}

/** What a typed deadline was understood as. */
export function understoodWords(deadline: Deadline): string {
  const words = deadlineWords(deadline);
  return deadline.year_inferred
    ? m.draft_understood_year({ deadline: words })
    : m.draft_understood({ deadline: words });
}

/** A random id of a part. */
export function newId(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
