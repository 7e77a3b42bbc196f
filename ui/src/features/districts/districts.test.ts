import { expect, test } from "vitest";
import type { Commands } from "../../ipc/generated/commands";
import type { DistrictsView } from "../../ipc/generated/DistrictsView";
import type { Line } from "../../ipc/generated/Line";
import { type Call, DistrictsState } from "./districts.svelte";
import { cellSentence, cellWords, inYear, lineSentence, signOf } from "./words";

const TALLY = { controlled: 0, done: 0, overdue: 0 };
const EVERYTHING = { show: "given", only_gaps: false, row: null, column: null } as const;

function view(rows: readonly string[]): DistrictsView {
  return {
    counting: { filter: { region: null, year: null, class: null }, columns: "themes", ...EVERYTHING },
    rows_by: "district",
    matrix: {
      schema: "svod.matrix/1",
      rows_by: "district",
      show: "given",
      rows: rows.map((key) => ({ key, name: key, documents: 1, directives: 1, counts: [1], tallies: [TALLY], tally: TALLY })),
      columns: [{ key: "staff", name: "Кадры", directives: 1, rows: 1, tally: TALLY }],
      documents: 1,
      directives: 1,
      tally: TALLY,
      gaps: 0,
      all_rows: rows.length,
      all_columns: 1,
    },
    regions: [],
    years: [],
    pending: 0,
    only_samples: false,
  };
}

/** A back end that answers when it is told to. */
function backEnd(answers: Partial<Record<keyof Commands, (request: never) => Promise<unknown>>>) {
  const asked: string[] = [];
  const call = ((name: keyof Commands, request: never) => {
    asked.push(name);
    return answers[name]?.(request) ?? Promise.resolve(null);
  }) as Call;
  return { call, asked };
}

test("what there is is shown at once, and what came is sorted and counted", async () => {
  let pending = 0;
  const { call, asked } = backEnd({
    districts_view: () => Promise.resolve({ ...view(["а"]), pending }),
    districts_find: () => Promise.reject({ code: "library-full", args: {} }),
  });
  const districts = new DistrictsState(call);
  await districts.start();
  expect(asked).toEqual(["districts_view"]);
  pending = 2;
  await districts.start();
  expect(asked.slice(1)).toEqual(["districts_view", "districts_find", "districts_view"]);
  expect(districts.task).toBeNull();
  expect(districts.error).toEqual({ code: "library-full", args: {} });
});

test("opened twice before the first answer, documents are sorted once", async () => {
  let found: () => void = () => undefined;
  const { call, asked } = backEnd({
    districts_view: () => Promise.resolve({ ...view(["а"]), pending: 1 }),
    districts_find: () => new Promise<void>((resolve) => (found = resolve)),
  });
  const districts = new DistrictsState(call);
  const both = [districts.start(), districts.start()];
  await new Promise((resolve) => setTimeout(resolve));
  found();
  await Promise.all(both);
  expect(asked.filter((name) => name === "districts_find")).toHaveLength(1);
});

test("a filter by what the library has no more is left", async () => {
  const { call } = backEnd({
    districts_view: () => Promise.resolve({ ...view(["а"]), years: [{ year: 2026, documents: 1 }] }),
  });
  const districts = new DistrictsState(call);
  await districts.filterBy({ region: "Прежняя область", year: 2026 });
  await districts.start();
  expect(districts.filter).toEqual({ region: null, year: null, class: null });
  await districts.filterBy({ year: 2026 });
  await districts.start();
  expect(districts.filter.year).toBe(2026);
});

/** A view of districts with so many documents each, of these years. */
function ofYears(documents: number, years: readonly (readonly [number, number])[]): DistrictsView {
  const one = view(["а", "б"]);
  const rows = one.matrix.rows.map((row) => ({ ...row, documents }));
  return { ...one, matrix: { ...one.matrix, rows }, years: years.map(([year, documents]) => ({ year, documents })) };
}

test("districts are compared within the newest year, until a person chooses", async () => {
  const given = ofYears(2, [[2025, 2], [2026, 2], [2027, 1]]);
  const { call, asked } = backEnd({ districts_view: () => Promise.resolve(given) });
  const districts = new DistrictsState(call);
  await districts.start();
  // Of the year that has just begun there is one document: nothing to compare.
  expect([districts.filter.year, asked.length]).toEqual([2026, 2]);
  // A series needs all of its years.
  await districts.show("series");
  expect(districts.filter.year).toBeNull();
  await districts.show("matrix");
  expect(districts.filter.year).toBe(2026);
  await districts.filterBy({ year: null });
  await districts.start();
  expect(districts.filter.year).toBeNull();
});

test("where no district has two documents nothing is added up and no year is chosen", async () => {
  const given = ofYears(1, [[2025, 1], [2026, 1]]);
  const { call } = backEnd({ districts_view: () => Promise.resolve(given) });
  const districts = new DistrictsState(call);
  await districts.start();
  expect(districts.filter.year).toBeNull();
});

test("of two filters the last one's answer is shown, whichever comes first", async () => {
  const waiting: ((view: DistrictsView) => void)[] = [];
  const { call } = backEnd({ districts_view: () => new Promise((resolve) => waiting.push(resolve)) });
  const districts = new DistrictsState(call);
  const first = districts.filterBy({ year: 2025 });
  const second = districts.filterBy({ year: 2026 });
  waiting[1]?.(view(["новое"]));
  waiting[0]?.(view(["старое"]));
  await Promise.all([first, second]);
  expect(districts.view?.matrix.rows[0]?.key).toBe("новое");
});

test("a cell stays open while its row is there, and closes with it", async () => {
  let rows = ["а", "б"];
  const cell = { sentences: [], total: 0, missing: [] };
  const { call } = backEnd({
    districts_view: () => Promise.resolve(view(rows)),
    districts_cell: () => Promise.resolve(cell),
  });
  const districts = new DistrictsState(call);
  await districts.load();
  await districts.open({ row: "б", column: "staff" });
  await districts.filterBy({ year: 2026 });
  expect(districts.cellView).toEqual(cell);
  rows = ["а"];
  await districts.filterBy({ year: 2025 });
  expect(districts.cell).toBeNull();
});

test("an error is kept for the screen, and a later success clears it", async () => {
  let broken = true;
  const { call } = backEnd({
    districts_view: () => (broken ? Promise.reject({ code: "internal", args: {} }) : Promise.resolve(view(["а"]))),
  });
  const districts = new DistrictsState(call);
  await districts.load();
  expect(districts.error).not.toBeNull();
  broken = false;
  await districts.load();
  expect(districts.error).toBeNull();
});

test("a line is told in words", () => {
  const line: Line = { family: 1, occurrences: [], streak: 3, postponed: 2, reworded: 0 };
  expect(lineSentence(line)).toBe("третий год подряд, срок переносился дважды");
  expect(lineSentence({ ...line, streak: 1, postponed: 0 })).toBe("");
});

test("a cell tells how many of those under control are executed, and that none is", () => {
  const tally = { controlled: 5, done: 3, overdue: 1 };
  expect(cellWords(6, tally, "done")).toBe("3 из\u00a05");
  expect(cellWords(6, tally, "overdue")).toBe("1 из\u00a05");
  expect(cellWords(6, TALLY, "done")).toBe("н/к");
  expect(cellSentence("А", "Кадры", 6, TALLY, "done")).toBe("А, Кадры: поручено 6, не на контроле (н/к)");
  expect(cellSentence("А", "Кадры", 6, tally, "done")).toMatch(/исполнено 3 из 5 на контроле/);
});

test("a heading narrows the matrix, and other columns or another region take that back", async () => {
  const { call } = backEnd({ districts_view: () => Promise.resolve(view(["а"])) });
  const districts = new DistrictsState(call);
  await districts.narrow({ column: "staff", name: "Кадры" });
  expect(districts.counting.column).toBe("staff");
  await districts.columnsBy("families");
  expect(districts.counting.column).toBeNull();
  await districts.narrow({ row: "а", name: "А" });
  await districts.filterBy({ year: 2025 });
  expect(districts.counting.row).toBe("а");
  await districts.filterBy({ region: null });
  expect(districts.counting.row).toBeNull();
});

test("a task that stood twice in its first year is marked as in its first year", () => {
  const of = (document: string, year: number, same_wording: boolean, changed: string[] = []): Line["occurrences"][number] =>
    ({ document, directive: document, adopted_on: null, year, text: "", addressees: [], deadlines: [], indicators: [], same_wording, changed }) as unknown as Line["occurrences"][number];
  const line: Line = { family: 0, streak: 2, postponed: 0, reworded: 1, occurrences: [of("a", 2025, false), of("b", 2025, false), of("c", 2026, false), of("d", 2027, true), of("e", 2028, true, ["indicator"])] };
  const signs = [2025, 2026, 2027, 2028].map((year) => signOf(line, inYear(line, year) as Line["occurrences"][number]));
  expect(signs).toEqual(["first", "reworded", "same", "facts"]);
});
