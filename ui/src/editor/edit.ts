// The model's edits as Rust writes them to JSON. By hand until the bindings are generated; the
// shapes are those of `model/src/edit.rs`.
import type { Deadline } from "../ipc/generated/Deadline";
import type { Directive } from "../ipc/generated/Directive";
import type { Event } from "../ipc/generated/Event";
import type { Group } from "../ipc/generated/Group";
import type { Id } from "../ipc/generated/Id";
import type { Kind } from "../ipc/generated/Kind";
import type { Section } from "../ipc/generated/Section";

/** Everything above the preamble. */
export type TitleBlock = {
  issuer?: string[];
  approval?: string[];
  kind: Kind;
  draft: boolean;
  title: string;
  event: Event;
  adopted_on: string | null;
  adoption: string | null;
  place: string | null;
};

/** A section without its groups. */
export type SectionHead = Pick<
  Section,
  "title" | "called" | "findings" | "problems" | "lead_in" | "placed"
>;

/** A group without its directives. */
export type GroupHead = {
  number: string | null;
  heading: string;
  addressees: string[];
  partners: string[];
  deadlines: Deadline[];
};

/** One change to a resolution; `index` is the place after the move or insertion. */
export type Edit =
  | { edit: "set_title_block"; block: TitleBlock }
  | { edit: "set_preamble"; paragraphs: string[] }
  | { edit: "set_closing"; paragraphs: string[] }
  | { edit: "insert_section"; index: number; section: Section }
  | { edit: "remove_section"; id: Id }
  | { edit: "move_section"; id: Id; index: number }
  | { edit: "set_section"; id: Id; head: SectionHead }
  | { edit: "insert_group"; section: Id; index: number; group: Group }
  | { edit: "remove_group"; id: Id }
  | { edit: "move_group"; id: Id; section: Id; index: number }
  | { edit: "set_group"; id: Id; head: GroupHead }
  | { edit: "insert_directive"; group: Id; index: number; directive: Directive }
  | { edit: "remove_directive"; id: Id }
  | { edit: "move_directive"; id: Id; group: Id; index: number }
  | { edit: "set_directive"; directive: Directive };
