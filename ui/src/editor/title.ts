// The title block as the printed page begins, above the text. It is shown, not edited: its fields
// stand in a form, and their words come from the host.
import type { TitleBlock } from "./edit";

/** The words of a title block. */
export interface TitleWords {
  draft: string;
  /** The title in the lines it is printed in; an empty line is none. */
  heading(block: TitleBlock): { kind: string; of: string; theme: string };
  /** A date as it is printed. */
  date(iso: string): string;
}

/** Draws a title block into its header. */
export function drawTitle(header: HTMLElement, block: TitleBlock, words: TitleWords): void {
  const { kind, of, theme } = words.heading(block);
  header.dataset.kind = block.kind;
  header.replaceChildren(
    ...line("draft", block.draft ? words.draft : ""),
    ...(block.approval ?? []).flatMap((text) => line("approval", text)),
    ...(block.issuer ?? []).flatMap((text) => line("issuer", text)),
    ...line("kind", kind),
    ...line("event", of),
    ...line("theme", theme),
    ...dayAndPlace(block, words),
    ...line("adoption", block.adoption ?? ""),
  );
}

function line(name: string, text: string): HTMLElement[] {
  if (text === "") return [];
  const p = document.createElement("p");
  p.className = `ed-block-${name}`;
  p.textContent = text;
  return [p];
}

/** The day at the left, the place at the right, as they are printed. */
function dayAndPlace(block: TitleBlock, words: TitleWords): HTMLElement[] {
  const day = block.adopted_on === null ? "" : words.date(block.adopted_on);
  const texts = [day, block.place ?? ""];
  if (texts.every((text) => text === "")) return [];
  const row = document.createElement("p");
  row.className = "ed-block-place";
  row.append(
    ...texts.map((text) => {
      const span = document.createElement("span");
      span.textContent = text;
      return span;
    }),
  );
  return [row];
}
