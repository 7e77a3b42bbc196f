// The source of a document line by line, with what each line was taken for.
import { m } from "../../i18n";
import type { DocumentView } from "../../ipc/generated/DocumentView";
import type { Role } from "../../ipc/generated/Role";

/** A source line and its fate. */
export interface Line {
  number: number;
  text: string;
  role: Role | null;
}

/** How many lines went where; every line with words is counted once. */
export interface Account {
  all: number;
  placed: number;
  furniture: number;
  unplaced: number;
}

/** The lines of a document with their roles. */
export function linesOf({ lines, placements }: DocumentView): Line[] {
  const roles = new Map<number, Role>();
  for (const { lines: range, role } of placements) {
    for (let number = range[0]; number <= range[1]; number += 1) roles.set(number, role);
  }
  return lines.map(({ number, text }) => ({ number, text, role: roles.get(number) ?? null }));
}

/** The account of lines for the status line. */
export function accountOf(lines: readonly Line[]): Account {
  const worded = lines.filter(({ text }) => text.trim() !== "");
  const count = (...roles: (Role | null)[]): number =>
    worded.filter(({ role }) => roles.includes(role)).length;
  const furniture = count("furniture", "note");
  const unplaced = count("unplaced", null);
  return { all: worded.length, placed: worded.length - furniture - unplaced, furniture, unplaced };
}

/** A role in words. */
export function roleWords(role: Role): string {
  return {
    title: m.role_title,
    preamble: m.role_preamble,
    "section-title": m.role_section_title,
    finding: m.role_finding,
    problem: m.role_problem,
    "lead-in": m.role_lead_in,
    addressee: m.role_addressee,
    "group-deadline": m.role_group_deadline,
    lead: m.role_lead,
    directive: m.role_directive,
    closing: m.role_closing,
    furniture: m.role_furniture,
    note: m.role_note,
    unplaced: m.role_unplaced,
  }[role]();
}

/** «строка 41» or «строки 41–43». */
export function linesWords([from, to]: [number, number]): string {
  return from === to ? m.document_line({ line: from }) : m.document_lines({ from, to });
}
