// A resolution as the paragraphs of a page, for showing it where nothing is edited.
import type { Id } from "../ipc/generated/Id";
import type { Resolution } from "../ipc/generated/Resolution";
import { formatDateOnPage } from "./format";

/** A paragraph of a page. */
export interface Block {
  kind: "title" | "theme" | "line" | "place" | "prose" | "session" | "heading" | "lead" | "item";
  text: string;
  /** What stands in the margin, or at the other end of a line. */
  aside?: string;
}

/** The paragraphs from the title to the closing. */
export function blocksOf(
  resolution: Resolution,
  numbers: { readonly [id in Id]?: string },
): Block[] {
  const { title, event, adoption, place, adopted_on, preamble, sections, closing } = resolution;
  const prose = (text: string): Block => ({ kind: "prose", text });
  const above = [...(resolution.approval ?? []), ...(resolution.issuer ?? [])];
  const blocks: Block[] = [
    ...above.map((text): Block => ({ kind: "line", text })),
    { kind: "title", text: title.replace(`«${event.theme}»`, "").trim() },
  ];
  if (event.theme) blocks.push({ kind: "theme", text: `«${event.theme}»` });
  if (adoption) blocks.push({ kind: "line", text: adoption });
  if (place || adopted_on) {
    const day = adopted_on ? formatDateOnPage(adopted_on) : "";
    blocks.push({ kind: "place", text: place ?? "", aside: day });
  }
  blocks.push(...preamble.map(prose));
  for (const { id, title: session, findings, problems, lead_in, groups } of sections) {
    const called = numbers[id];
    if (session) blocks.push({ kind: "session", text: called ? `${called}. ${session}` : session });
    blocks.push(...[...findings, ...problems].map(prose));
    if (lead_in) blocks.push(prose(lead_in));
    for (const { id, heading, directives } of groups) {
      if (heading) blocks.push({ kind: "heading", text: `${heading}:`, aside: numbers[id] ?? "" });
      directives.forEach((directive, at) => {
        const { lead, text } = directive;
        if (lead && lead !== directives[at - 1]?.lead) blocks.push({ kind: "lead", text: lead });
        blocks.push({ kind: "item", text, aside: numbers[directive.id] ?? "" });
      });
    }
  }
  blocks.push(...closing.map(prose));
  return blocks.filter(({ text, aside }) => text !== "" || aside);
}
