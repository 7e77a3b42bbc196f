// Every word the editor shows, and words several parts of this screen share. What is printed is
// Russian whatever language the window speaks.
import type { Words } from "../../editor";
import { m } from "../../i18n";
import type { Deadline } from "../../ipc/generated/Deadline";
import { deadlineWords } from "../../lib/facts";
import { formatDateOnPage } from "../../lib/format";
import { headingOf } from "../../lib/heading";

const RUSSIAN = { locale: "ru" } as const;

/** The words of the editor. */
export function editorWords(): Words {
  return {
    label: m.draft_text(),
    handle: m.draft_handle(),
    heading: headingOf,
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
