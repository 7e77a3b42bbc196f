import { expect, test } from "vitest";
import type { TitleBlock } from "./edit";
import { NO_TITLE } from "./schema";
import { drawTitle } from "./title";

const kinds = { resolution: "Resolution", decision: "Decision", recommendations: "Advice", protocol: "Protocol", plan: "Plan", order: "Order" };

function lines(more: Partial<TitleBlock>): string[] {
  const header = document.createElement("header");
  drawTitle(header, { ...NO_TITLE, ...more }, { kinds, draft: "Draft", date: (iso) => `on ${iso}` });
  return [...header.children].map((each) => [...each.childNodes].map((node) => node.textContent).join(" | "));
}

test("a title is laid out as it is printed: kind, event, theme, place and day", () => {
  const event = { ...NO_TITLE.event, theme: "Together" };
  const title = "Resolution of the forum «Together»";
  expect(lines({ title, event, draft: true, place: "Town", adopted_on: "2027-08-26" })).toEqual([
    "Draft",
    "Resolution",
    "of the forum",
    "«Together»",
    "Town | on 2027-08-26",
  ]);
});

test("a kind changed since the title was written is not printed twice", () => {
  expect(lines({ title: "Resolution of the forum", kind: "decision" })).toEqual(["Decision", "of the forum"]);
});
