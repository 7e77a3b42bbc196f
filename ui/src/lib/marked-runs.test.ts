import { expect, it } from "vitest";
import { markedRuns } from "./marked-runs";

it("cuts a text at its marks and loses nothing", () => {
  const text = "смотр музеев и музей";
  const runs = markedRuns(text, [
    [6, 12],
    [15, 20],
  ]);
  expect(runs.filter(({ marked }) => marked).map((run) => run.text)).toEqual(["музеев", "музей"]);
  expect(runs.map((run) => run.text).join("")).toBe(text);
  expect(markedRuns(text, [])).toEqual([{ text, marked: false }]);
});
