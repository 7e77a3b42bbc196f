import { expect, it } from "vitest";
import type { DocumentView } from "../../ipc/generated/DocumentView";
import type { Finding } from "../../ipc/generated/Finding";
import { groupsOf } from "./checks";

const finding = (rule: Finding["rule"], severity: Finding["severity"], more: Partial<Finding> = {}): Finding => ({
  rule,
  severity,
  section: null,
  group: null,
  directive: null,
  part: null,
  range: null,
  quote: null,
  args: {},
  fix: null,
  ...more,
});

const directive = (id: string) => ({ id, text: `текст ${id}` });
const section = (id: string, title: string, own: string) => ({
  id,
  title,
  groups: [{ id: `g${id}`, directives: [directive(own)] }],
});
const view = {
  resolution: { sections: [section("s", "Кадры", "a"), section("t", "Здоровье", "b")] },
  numbers: { a: "1.1.", b: "1.1." },
} as unknown as DocumentView;

it("what one rule says stands together, the gravest first, each place with its words", () => {
  const groups = groupsOf(
    [
      finding("no-deadline", "warning", { directive: "a" }),
      finding("unfilled-field", "error", { args: { phrase: "Дата" } }),
      finding("no-deadline", "warning", { directive: "b" }),
    ],
    view,
  );
  expect(groups.map(({ severity, checks }) => [severity, checks.length])).toEqual([
    ["error", 1],
    ["warning", 2],
  ]);
  expect(groups[0]?.name).toContain("Дата");
  expect(groups[0]?.checks[0]?.target).toBe("title");
  expect(groups[1]?.checks.map(({ place, quote, target }) => [place, quote, target])).toEqual([
    ["Кадры, п.\u00a01.1", "текст a", "a"],
    ["Здоровье, п.\u00a01.1", "текст b", "b"],
  ]);
});

it("sentences that differ stand under the name of their rule", () => {
  const [group] = groupsOf(
    [
      finding("joined-words", "warning", { directive: "a", args: { word: "Обутверждении" } }),
      finding("joined-words", "warning", { directive: "b", args: { word: "Обизменении" } }),
    ],
    view,
  );
  expect(group?.name).not.toContain("«");
  expect(group?.checks[0]?.sentence).toContain("Обутверждении");
});
