import { expect, test } from "vitest";
import type { TitleBlock } from "./edit";
import { NO_TITLE } from "./schema";
import { drawTitle } from "./title";

function lines(more: Partial<TitleBlock>): string[] {
  const header = document.createElement("header");
  const heading = ({ title, event }: TitleBlock) => ({ kind: "Kind", of: title, theme: event.theme ?? "" });
  drawTitle(header, { ...NO_TITLE, ...more }, { heading, draft: "Draft", date: (iso) => `on ${iso}` });
  return [...header.children].map((each) => [...each.childNodes].map((node) => node.textContent).join(" | "));
}

test("a title is laid out as it is printed: mark, kind, event, theme, day and place", () => {
  const event = { ...NO_TITLE.event, theme: "Together" };
  expect(lines({ title: "of the forum", event, draft: true, place: "Town", adopted_on: "2027-08-26" })).toEqual([
    "Draft",
    "Kind",
    "of the forum",
    "Together",
    "on 2027-08-26 | Town",
  ]);
});

test("what is not there has no line", () => {
  expect(lines({ title: "", place: "Town" })).toEqual(["Kind", " | Town"]);
});

test("whose paper it is and who approved it stand above the kind", () => {
  const more = { title: "Resolution", approval: ["APPROVED", "Head"], issuer: ["Department"] };
  expect(lines(more)).toEqual(["APPROVED", "Head", "Department", "Kind", "Resolution"]);
});
