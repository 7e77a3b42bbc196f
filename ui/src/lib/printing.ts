// Lays pages ready for the printer: a drawing of each, a sheet each, seen on paper only.
import { tick } from "svelte";
import { Turns } from "./turns";

/** What lies ready to be printed. */
export interface Printed {
  pages: number;
  /** Width of a page divided by its height. */
  ratio: number;
  /** A page's drawing, as an image's address. */
  page: (page: number) => Promise<string>;
  /** Lets the person choose a printer; gives whether the pages went to it. */
  start: (turned: boolean) => Promise<boolean>;
}

/** What is being printed: pages of two papers must never lie ready together. */
const turns = new Turns();

/** Prints pages through the system; gives whether they went to a printer, as far as it tells. */
export function printPages(printed: Printed): Promise<boolean> {
  return turns.take(() => layAndStart(printed));
}

async function layAndStart({ pages, ratio, page, start }: Printed): Promise<boolean> {
  const turned = ratio > 1;
  const ready = document.createElement("div");
  ready.className = turned ? "printed is-turned" : "printed";
  ready.ariaHidden = "true";
  for (let number = 1; number <= pages; number += 1) {
    const image = new Image();
    image.alt = "";
    image.src = await page(number);
    await image.decode();
    ready.append(image);
  }
  // A system that does not say when it is done may have needed what was laid ready before until now.
  document.querySelector(".printed")?.remove();
  document.body.append(ready);
  await tick();
  return start(turned);
}
