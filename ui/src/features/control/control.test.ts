import { describe, expect, it } from "vitest";
import type { ControlChange } from "../../ipc/generated/ControlChange";
import type { ControlCounts } from "../../ipc/generated/ControlCounts";
import type { ControlItem } from "../../ipc/generated/ControlItem";
import type { ControlledDocument } from "../../ipc/generated/ControlledDocument";
import type { ControlView } from "../../ipc/generated/ControlView";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import { type Call, ControlState } from "./control.svelte";
import { daysAfter, daysIn, executedOn, monthFrom, readDay, weeksOf } from "./days";
import { badNumber, factsOf, readNumber } from "./facts";
import { conflictWords, dayOffWords, disciplineWords, dueWords, outcomeOf, planWords, shareOf, targetWords } from "./words";

const NOTHING = { all: 0, due: 0, on_time: 0, late: 0, open: 0, ahead: 0, undated: 0, percent: null };
const counts = (all: number, more: Partial<ControlCounts> = {}): ControlCounts => ({
  all,
  closed: 0,
  failed: 0,
  done: 0,
  late: 0,
  burning: 0,
  month: 0,
  ...more,
});

const task = (directive: string, more: Partial<ControlItem> = {}): ControlItem => ({
  document: "d",
  directive,
  number: `${directive}.`,
  text: `задача ${directive}`,
  addressee: "Школам",
  status: "on_control",
  urgency: "later",
  days_left: 30,
  due: "2026-12-20",
  works_on: null,
  first_due: "2026-12-20",
  starts: null,
  days: ["2026-12-20"],
  permanent: false,
  deadline_words: "",
  targets: [],
  prolonged: 0,
  closed_on: null,
  history: [],
  ...more,
});

const document = (id: string, more: Partial<ControlledDocument> = {}): ControlledDocument => ({
  card: { id, title: `Документ ${id}` } as DocumentCard,
  adopted_on: "2026-08-25",
  archived: false,
  discipline: NOTHING,
  counts: counts(2),
  extracts: [{ addressee: "Школам", counts: counts(2) }],
  ...more,
});

const view = (more: Partial<ControlView> = {}): ControlView => ({
  today: "2026-11-20",
  documents: [document("d")],
  candidates: true,
  items: [task("1"), task("2", { urgency: "late", days_left: -3, due: "2026-11-17" })],
  left_out: 0,
  discipline: NOTHING,
  counts: counts(2, { late: 1, burning: 1 }),
  odd_days: [],
  unknown_years: [],
  ...more,
});

/** A back end that answers each command and remembers what it was asked. */
function backend(answers: Record<string, unknown>) {
  const asked: [string, Record<string, unknown>][] = [];
  const call = ((name: string, request: Record<string, unknown>) => {
    asked.push([name, request]);
    const answer = answers[name];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  }) as unknown as Call;
  return { asked, state: new ControlState(call, () => "2026-11-20") };
}

describe("what is shown", () => {
  it("is narrowed by the day, the month and the addressee", async () => {
    const items = [
      task("1", { due: "2026-11-30", urgency: "later" }),
      task("2", { due: "2026-11-17", urgency: "late", addressee: "Музеям" }),
      task("3", { due: "2026-11-02", urgency: "closed", status: "done" }),
      task("4", { due: "2026-11-03", urgency: "closed", status: "not_done" }),
    ];
    const { state } = backend({ control_view: view({ items }) });
    await state.load();
    const shown = () => state.shown.map(({ directive }) => directive);
    state.filter = "month";
    expect(shown()).toEqual(["1", "2"]);
    state.filter = "late";
    expect(shown()).toEqual(["2"]);
    state.filter = "closed";
    expect(shown()).toEqual(["3"]);
    state.filter = "failed";
    expect(shown()).toEqual(["4"]);
    state.filter = "all";
    state.addressee = "Музеям";
    expect(shown()).toEqual(["2"]);
    state.addressee = "";
    state.order = "due";
    expect(shown()).toEqual(["3", "4", "2", "1"]);
  });

  it("counts who owes what over documents, those who are late first", async () => {
    const documents = [
      document("d", {
        extracts: [
          { addressee: "Школам", counts: counts(2) },
          { addressee: "Музеям", counts: counts(1, { late: 1, burning: 1 }) },
        ],
      }),
      document("e", { extracts: [{ addressee: "Школам", counts: counts(3, { done: 1, closed: 1 }) }] }),
      document("f", { archived: true, extracts: [{ addressee: "Архиву", counts: counts(9) }] }),
    ];
    const { state } = backend({ control_view: view({ documents }) });
    await state.load();
    expect(state.addressees.map(({ addressee, counts }) => [addressee, counts.all, counts.done])).toEqual([
      ["Музеям", 1, 0],
      ["Школам", 5, 1],
    ]);
  });
});

describe("whose a directive is", () => {
  const named = (id: string, more: Partial<DocumentCard>) =>
    document(id, { card: { id, title: `Документ ${id}`, municipality: null, adopted_on: null, ...more } as DocumentCard });

  it("is said where directives of several documents stand side by side", async () => {
    const documents = [
      named("d", { municipality: "Луговский муниципальный район", adopted_on: "2026-08-25" }),
      named("e", {}),
      document("f", { archived: true }),
    ];
    const { state } = backend({ control_view: view({ documents }) });
    await state.load();
    expect([...state.sources]).toEqual([
      ["d", "Луговский район, 25.08.2026"],
      ["e", "Документ e"],
    ]);
    await state.choose("d");
    expect(state.sources.size).toBe(0);
  });

  it("is not said of a single one", async () => {
    const { state } = backend({ control_view: view() });
    await state.load();
    expect(state.sources.size).toBe(0);
  });
});

describe("a mark", () => {
  const change: ControlChange = {
    act: 7,
    document: document("d", { counts: counts(2, { closed: 1, done: 1 }) }),
    items: [task("2", { status: "done", urgency: "closed" })],
    discipline: { ...NOTHING, due: 1, on_time: 1, percent: 100 },
    counts: counts(2, { closed: 1, done: 1 }),
  };

  it("changes its own line only and can be taken back", async () => {
    const { asked, state } = backend({ control_view: view(), control_mark: change, control_undo: change });
    await state.load();
    const [first] = state.view?.items ?? [];
    const undo = await state.mark("d", [{ directive: "2", mark: { status: "done", on: "2026-11-20" } }]);
    expect(state.view?.items[0]).toBe(first);
    expect(state.view?.items[1]?.status).toBe("done");
    expect([state.count("closed"), state.view?.discipline.percent]).toEqual([1, 100]);
    undo?.();
    await Promise.resolve();
    expect(asked.at(-1)).toEqual(["control_undo", { id: "d", act: 7, today: "2026-11-20" }]);
  });

  it("that is refused changes nothing and is said", async () => {
    const refused = new Error("refused");
    const { state } = backend({ control_view: view(), control_mark: refused });
    await state.load();
    expect(await state.mark("d", [])).toBeNull();
    expect(state.error).toBe(refused);
    expect(state.view).toEqual(view());
  });
});

it("an adoption taken back can be made again on its day", async () => {
  const { asked, state } = backend({
    control_view: view(),
    control_release: view({ documents: [], items: [] }),
    control_adopt: view(),
  });
  await state.load();
  state.chosenDocument = "d";
  const again = await state.release("d");
  expect([state.chosenDocument, state.documents]).toEqual(["", []]);
  await again?.();
  expect(asked.at(-1)).toEqual(["control_adopt", { id: "d", on: "2026-08-25", today: "2026-11-20" }]);
});

it("a year that is over leaves the desk, one opened again is looked at", async () => {
  const { asked, state } = backend({ control_view: view(), control_archive: view() });
  await state.load();
  await state.archive("d", true);
  expect(state.chosenDocument).toBe("");
  await state.archive("d", false);
  expect(state.chosenDocument).toBe("d");
  expect(asked.at(-1)).toEqual(["control_view", { document: "d", today: "2026-11-20" }]);
});

describe("numbers reached", () => {
  const target = { phrase: "до 75 %", subject: "охват", plan: 75, unit: "%", relation: ">=" as const, by: null, fact: null, on: null, source: null, reached: null };

  it("are read as people type them", () => {
    expect(["81", "81,5", "1 200", "81 %", "-3", "", "почти", "81 из 100"].map((text) => readNumber(text, "%"))).toEqual([
      81, 81.5, 1200, 81, -3, null, null, null,
    ]);
  });

  it("are told target by target; an empty field is not known", () => {
    const two = [target, { ...target, phrase: "не менее 3" }];
    expect(factsOf(["", "4"], two)).toEqual([{ target: 1, phrase: "не менее 3", value: 4 }]);
    expect(factsOf(["", ""], two)).toEqual([]);
    expect(factsOf(["много", "4"], two)).toBeNull();
    expect([badNumber("много", target), badNumber("", target)]).toEqual([true, false]);
  });

  it("stand beside the plan with its direction", () => {
    const plans = ([">=", "<=", "="] as const).map((relation) => planWords({ ...target, relation }));
    expect(plans).toEqual(["не менее 75\u00a0%", "не более 75\u00a0%", "75\u00a0%"]);
    expect(shareOf(150, { ...target, fact: 150 })).toBe(100);
  });
});

it("days are read, months have whole weeks", () => {
  expect([readDay("1.9.2026"), readDay("31.06.2026"), readDay("скоро")]).toEqual(["2026-09-01", null, null]);
  expect([weeksOf("2026-11").length, weeksOf("2026-11")[0]]).toEqual([42, "2026-10-26"]);
  expect(monthFrom("2026-12", 1)).toBe("2027-01");
});

it("a day off is told until its working day is past", () => {
  const sunday = { due: "2026-11-01", works_on: "2026-11-02" };
  const told = (days_left: number) => dayOffWords(task("1", { ...sunday, days_left, urgency: "late" })) !== null;
  expect([told(3), told(-1), told(-2)]).toEqual([true, true, false]);
});

it("two targets said to measure the same are told apart by their words", () => {
  const one = { phrase: "не менее 92 %", subject: "охват", plan: 92, unit: "%", relation: ">=" as const, by: null, fact: null, on: null, source: null, reached: null };
  const other = { ...one, phrase: "не менее 3 кружков", plan: 3, unit: "кружков" };
  expect([one, other].map((target) => targetWords(target, [one, other]))).toEqual(["не менее 92 %", "не менее 3 кружков"]);
  expect(targetWords(one, [one])).toBe("охват: не менее 92\u00a0%");
});

it("nearness, discipline and conflicts are said in words", () => {
  expect(dueWords(task("1", { urgency: "late", days_left: -21 }))).toBe("просрочено на 21\u00a0день".replace("\u00a0", " "));
  expect(disciplineWords({ ...NOTHING, due: 4, on_time: 3, percent: 75 })).toBe("Исполнено в срок 3 из 4, 75 %");
  expect(conflictWords({ why: "unknown_fact", said: "почти" })).toContain("«почти»");
  const ours = { status: "done" as const, on: "2026-11-01" };
  expect(conflictWords({ why: "changed_here", ours })).toContain("01.11.2026");
});

describe("the day of execution", () => {
  it("is read out of evidence in figures and in words", () => {
    expect(daysIn("приказ от 30.09.2026 № 118 и акт от 1.10.26")).toEqual(["2026-09-30", "2026-10-01"]);
    expect(daysIn("протокол от «5» сентября 2026 г.; письмо от 12 мая 2026 года")).toEqual(["2026-09-05", "2026-05-12"]);
    expect(daysIn("СанПиН 2.4.3648-20, п. 1.2.3, 31.02.2026, 10.10.2026.15, 45 мая")).toEqual([]);
  });

  it("is the last one named since the adoption and not to come", () => {
    const on = (evidence: string) => executedOn(evidence, "2026-08-25", "2026-11-27");
    expect(on("приказ от 12.05.2024 № 3, отчёт от 30.09.2026")).toBe("2026-09-30");
    expect(on("план до 31.12.2026")).toBeNull();
    expect(on("приказ № 118")).toBeNull();
  });

  it("tells before it is kept whether that counts as late", () => {
    const due = task("1", { due: "2026-10-01" });
    const words = (...asked: Parameters<typeof outcomeOf>) => outcomeOf(...asked)?.words.replaceAll("\u00a0", " ");
    expect(words(due, "done", "2026-11-27")).toBe("На 57 дней позже срока (до 01.10.2026): будет записано «Исполнено с нарушением срока».");
    expect(words(due, "done_late", "2026-09-30")).toContain("«Исполнено»");
    expect(outcomeOf(due, "done", "2026-10-01")?.late).toBe(false);
    // A decision to prolong that came too late, and a late report on a quarter.
    expect(words(due, "prolonged", "2026-10-02")).toContain("засчитается как нарушение срока");
    expect(words(task("1", { due: "2026-10-01", permanent: true }), "done", "2026-10-02")).toContain("засчитается");
    expect(outcomeOf(due, "prolonged", "2026-09-20")).toBeNull();
    expect(outcomeOf(due, "not_done", "2026-11-27")).toBeNull();
    expect(outcomeOf(task("1", { due: null }), "done", "2026-11-27")).toBeNull();
  });

  it("counts days over the change of the clock", () => {
    expect(daysAfter("2026-11-01", "2026-10-01")).toBe(31);
  });
});

it("a directive that begins on a day has a date, if no last one", () => {
  expect(dueWords(task("1", { urgency: "undated", due: null, starts: "2026-09-01" }))).toBe("с 01.09.2026");
  expect(dueWords(task("1", { urgency: "undated", due: null }))).toBe("без срока");
});
