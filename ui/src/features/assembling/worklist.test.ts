import { describe, expect, it } from "vitest";
import { columnsOf } from "./columns";
import { landingOf } from "./draft";
import { edited, fresh, left, same, view } from "./sample";
import { tallyOf } from "./tally";
import { driftOf, isUndisputed, itemsOf, optionsOf, saidOf, unchangedOf } from "./worklist";

const lines = (items: ReturnType<typeof itemsOf>): string[] =>
  items.map(({ kind, id, variants, files }) => `${kind} ${id ?? "-"} ${variants.length} ${files.join("+")}`);
const says = (item: Parameters<typeof optionsOf>[0]): string[] =>
  optionsOf(item).map(({ does, take, leave }) => `${does} [${take.join()}] [${leave.join()}]`);

describe("the list of what came back", () => {
  it("has two wordings of one directive first, then edits, new ones and what is left out", () => {
    const { assembly } = view({
      directives: [
        same("1/0", "a"),
        edited("1/1", "b", "утвердить план", "утвердить общий план"),
        fresh("1/2", "закупить учебники", "b"),
        edited("2/0", "b", "утвердить план", "утвердить план работы"),
        edited("2/1", "c", "открыть клубы", "открыть кружки"),
      ],
      missing: [left("2", "a")],
      conflicts: [{ kind: "two_edits", incoming: ["1/1", "2/0"], id: "b" }],
    });
    expect(lines(itemsOf(assembly))).toEqual([
      "conflict b 2 1+2",
      "edit c 1 2",
      "new - 1 1",
      "missing a 0 2",
    ]);
    expect(unchangedOf(assembly).map(({ files }) => files)).toEqual([["1"]]);
  });

  it("loses nothing: every incoming name is an item's, or unchanged", () => {
    const made = view({
      directives: [
        same("1/0", "a"),
        same("2/0", "a"),
        edited("1/1", "b", "план", "общий план"),
        fresh("1/2", "закупить учебники", null),
        fresh("2/2", "закупить учебники", null),
        fresh("2/3", "провести смотр", "a"),
      ],
      paragraphs: [{ key: "1/p0", file: "1", section: null, part: "unplaced", text: "Приложение" }],
      conflicts: [
        { kind: "duplicate", incoming: ["1/2", "2/2"], id: null },
        { kind: "contradiction", incoming: ["2/3"], id: "c" },
      ],
    });
    const named = [
      ...itemsOf(made.assembly).flatMap((item) => optionsOf(item).flatMap(({ take, leave }) => [...take, ...leave])),
      ...unchangedOf(made.assembly).flatMap(({ keys }) => keys),
    ];
    const { directives, paragraphs } = made.assembly;
    for (const { key } of [...directives, ...paragraphs]) expect(named).toContain(key);
  });

  it("has the same edit of two files as one, and the same new directive as one wording", () => {
    const { assembly } = view({
      directives: [
        edited("1/0", "b", "план", "общий план"),
        edited("2/0", "b", "план", "общий план"),
        fresh("1/1", "закупить учебники", null),
        fresh("2/1", "закупить учебники", null),
      ],
      conflicts: [{ kind: "duplicate", incoming: ["1/1", "2/1"], id: null }],
    });
    const [conflict, edit] = itemsOf(assembly);
    expect(says(edit!)).toEqual(["take [1/0,2/0] []", "leave [] [1/0,2/0]"]);
    expect(says(conflict!)).toEqual(["take [1/1] [2/1]", "leave [] [1/1,2/1]"]);
  });

  it("joins edits with their leaving-out", () => {
    const { assembly } = view({
      directives: [edited("1/0", "b", "план", "общий план")],
      missing: [left("2", "b")],
      conflicts: [{ kind: "edited_and_missing", incoming: ["1/0"], id: "b" }],
    });
    expect(lines(itemsOf(assembly))).toEqual(["conflict b 1 1+2"]);
    expect(says(itemsOf(assembly)[0]!)).toEqual([
      "take [1/0] [-b]",
      "remove [-b] [1/0]",
      "leave [] [1/0,-b]",
    ]);
  });
});

describe("what can be said", () => {
  it("of one task from two sessions: this one, that one, both, none", () => {
    const { assembly } = view({
      directives: [fresh("1/0", "создать банк до марта", null), fresh("2/0", "создать банк до июня", null)],
      conflicts: [{ kind: "contradiction", incoming: ["1/0", "2/0"], id: null }],
    });
    expect(says(itemsOf(assembly)[0]!)).toEqual([
      "take [1/0] [2/0]",
      "take [2/0] [1/0]",
      "both [1/0,2/0] []",
      "leave [] [1/0,2/0]",
    ]);
  });

  it("of a task the draft has already: in its place, beside it, not at all", () => {
    const made = view({
      directives: [fresh("1/0", "открыть клубы до ноября", null)],
      conflicts: [{ kind: "duplicate", incoming: ["1/0"], id: "c" }],
    });
    const [item] = itemsOf(made.assembly);
    expect(says(item!)).toEqual(["replace [] [1/0]", "add [1/0] []", "leave [] [1/0]"]);
    expect(saidOf(item!, made)).toBeNull();
    expect(saidOf(item!, { ...made, left: ["1/0"] })?.does).toBe("leave");
    const { columns } = columnsOf(item!, made.draft.resolution);
    expect(columns.map(({ variant }) => variant?.keys[0] ?? "draft")).toEqual(["draft", "1/0"]);
  });

  it("counts by what was said last", () => {
    const made = view({ directives: [edited("1/0", "b", "утвердить план", "утвердить общий план")] });
    const [item] = itemsOf(made.assembly);
    expect(saidOf(item!, { ...made, taken: ["1/0"] })?.does).toBe("take");
    expect(saidOf(item!, { ...made, taken: ["1/0"], left: ["1/0"] })?.does).toBe("leave");
  });
});

describe("what needs no second look", () => {
  it("is a marked edit of a text nobody changed since, a new directive, a placed paragraph", () => {
    const made = view({
      directives: [
        edited("1/0", "b", "утвердить план", "утвердить общий план"),
        edited("1/1", "c", "открыть клубы", "открыть кружки", false),
        edited("1/2", "a", "другой текст", "иной текст"),
        fresh("1/3", "закупить учебники", null),
      ],
      paragraphs: [
        { key: "1/p0", file: "1", section: null, part: "closing", text: "Контроль" },
        { key: "1/p1", file: "1", section: null, part: "unplaced", text: "Приложение" },
      ],
      missing: [left("1", "d")],
    });
    const sure = itemsOf(made.assembly).filter((item) => isUndisputed(item, made));
    expect(sure.map(({ key }) => key)).toEqual(["1/0", "1/3", "1/p0"]);
    const drift = itemsOf(made.assembly).map((item) => driftOf(item, made));
    expect(drift.slice(0, 3)).toEqual([null, null, "changed"]);
  });
});

describe("the place of a new directive", () => {
  const { draft } = view({});
  it("is behind the one it follows in its file, under the same addressee", () => {
    expect(landingOf(draft.resolution, fresh("1/0", "т", "a")).where).toBe("after");
  });
  it("is at the end of its addressee where nothing is known of its neighbours", () => {
    expect(landingOf(draft.resolution, fresh("1/0", "т", null)).where).toBe("group");
    expect(landingOf(draft.resolution, { ...fresh("1/0", "т", "a"), heading: "Руководителям  школ" }).where).toBe("group");
  });
  it("is under a new heading, or in a new session", () => {
    expect(landingOf(draft.resolution, { ...fresh("1/0", "т", null), heading: "Музеям" }).where).toBe("new-group");
    expect(landingOf(draft.resolution, { ...fresh("1/0", "т", null), section: "Музеи" }).where).toBe("new-section");
  });
});

describe("the numbers of a file", () => {
  it("say what it brought; one that could not be read stands first", () => {
    const made = view({
      directives: [same("1/0", "a"), edited("1/1", "b", "план", "общий план"), fresh("1/2", "т", null)],
      missing: [left("1", "c")],
    });
    made.files.push({ key: null, name: "я.docx", error: { code: "file-damaged", args: {}, detail: "" } });
    const tally = tallyOf(made, itemsOf(made.assembly), new Set(["1/1"]));
    expect(tally.map(({ name }) => name)).toEqual(["я.docx", "1.docx", "2.docx"]);
    expect(tally[1]).toMatchObject({ unchanged: 1, edited: 1, new: 1, missing: 1, conflicts: 0, open: 1 });
  });
});
