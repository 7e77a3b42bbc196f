// The title block as the printed page begins, above the text. It is shown, not edited: its fields
// stand in a form, and their words come from the host.
import type { Kind } from "../ipc/generated/Kind";
import type { TitleBlock } from "./edit";

/** The words of a title block. */
export interface TitleWords {
  kinds: Readonly<Record<Kind, string>>;
  draft: string;
  /** A date as it is printed. */
  date(iso: string): string;
}

/** Draws a title block into its header. */
export function drawTitle(header: HTMLElement, block: TitleBlock, words: TitleWords): void {
  const kind = words.kinds[block.kind];
  header.dataset.kind = block.kind;
  const { theme } = block.event;
  let rest = block.title.trim();
  // The title names its kind; it stands in a line of its own, also when the kind was changed since.
  const named = Object.values(words.kinds).find((each) =>
    rest.toLowerCase().startsWith(each.toLowerCase()),
  );
  if (named) rest = rest.slice(named.length).trim();
  const quoted = theme === null ? "" : `\u00ab${theme}\u00bb`;
  if (quoted !== "" && rest.endsWith(quoted)) rest = rest.slice(0, -quoted.length).trim();
  header.replaceChildren(
    ...line("draft", block.draft ? words.draft : ""),
    ...line("kind", kind),
    ...line("event", rest),
    ...line("theme", quoted),
    ...line("adoption", block.adoption ?? ""),
    ...placeAndDay(block, words),
  );
}

function line(name: string, text: string): HTMLElement[] {
  if (text === "") return [];
  const p = document.createElement("p");
  p.className = `ed-block-${name}`;
  p.textContent = text;
  return [p];
}

function placeAndDay(block: TitleBlock, words: TitleWords): HTMLElement[] {
  const day = block.adopted_on === null ? "" : words.date(block.adopted_on);
  const texts = [block.place ?? "", day];
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
