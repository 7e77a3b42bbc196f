import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../ipc/generated/Diagnostic";
import type { DocumentView } from "../../ipc/generated/DocumentView";
import { doneOf, doubtsOf, keyOf, optionsOf, pressed } from "./review";
import { type Call, ReviewState } from "./review.svelte";
import { linesOf } from "./source";

const doubt = (
  code: Diagnostic["code"],
  severity: Diagnostic["severity"],
  lines: [number, number],
): Diagnostic => ({ code, severity, lines });

function sample(diagnostics: Diagnostic[], corrections: DocumentView["corrections"] = []) {
  const text = (number: number, text: string) => ({ number, text });
  return {
    card: { id: "d", directives: 1, doubts: diagnostics.length, source_name: "а.txt" },
    resolution: {
      diagnostics,
      sections: [
        {
          groups: [
            {
              id: "g",
              directives: [
                {
                  id: "a",
                  source: { lines: [3, 4] },
                  deadlines: [{ phrase: "до 1 мая", inherited_from: null }],
                },
              ],
            },
          ],
        },
      ],
    },
    numbers: {},
    encoding: "windows-1251",
    lines: [text(1, "РЕШЕНИЕ"), text(2, "Школам:"), text(3, "- провести до 1 мая"), text(4, "смотр")],
    placements: [
      { lines: [1, 1], role: "title" },
      { lines: [2, 2], role: "addressee" },
      { lines: [3, 4], role: "directive" },
    ],
    corrections,
  } as unknown as DocumentView;
}

describe("places of doubt", () => {
  it("come with the gravest first, then in the order of the source", () => {
    const view = sample([
      doubt("bookmark-residue", "note", [1, 1]),
      doubt("empty-group", "warning", [4, 4]),
      doubt("orphan-deadline", "warning", [3, 3]),
      doubt("no-directives", "error", [1, 1]),
    ]);
    expect(doubtsOf(view).map(({ line, doubt }) => [line, doubt?.severity])).toEqual([
      [1, "error"],
      [3, "warning"],
      [4, "warning"],
    ]);
    // What was done without asking is no doubt.
    expect(doneOf(view).map(({ doubt }) => doubt?.code)).toEqual(["bookmark-residue"]);
  });

  it("stand at the second line where lines were joined", () => {
    expect(doneOf(sample([doubt("broken-paragraph", "note", [3, 4])]))[0]?.line).toBe(4);
  });
});

describe("what can be said of a line", () => {
  const view = sample([]);
  const lines = linesOf(view);
  const ids = (number: number, cut: number | null = null): string[] =>
    optionsOf({ line: number, doubt: null }, lines[number - 1]!, view, cut, false).map(({ id }) => id);

  it("is what it is not yet taken for, with its deadlines and a cut where the caret stands", () => {
    expect(ids(3)).toContain("no-до 1 мая");
    expect(ids(3)).not.toContain("directive");
    expect(ids(3)).not.toContain("split");
    expect(ids(3, 11)).toContain("split");
    expect(ids(2)).toContain("another-addressee");
  });

  it("offers to part what was joined and to join what was not", () => {
    expect(ids(4)).toContain("part");
    expect(ids(4)).not.toContain("join");
    expect(ids(3)).toContain("join");
    expect(ids(1)).not.toContain("join");
  });

  it("offers other encodings where one was guessed", () => {
    const place = { line: 1, doubt: doubt("guessed-encoding", "note", [1, 1]) };
    const found = optionsOf(place, lines[0]!, view, null, false).map(({ id }) => id);
    expect(found[0]).toBe("accept");
    expect(found).toContain("koi8-r");
    expect(found).not.toContain("windows-1251");
  });

  const answers = (code: Diagnostic["code"], line: number, wide = false) =>
    optionsOf({ line, doubt: doubt(code, "warning", [line, line]) }, lines[line - 1]!, view, null, wide);

  it("answers the question that is asked, and offers the rest when it is wanted", () => {
    const place = { line: 3, doubt: { ...doubt("orphan-deadline", "warning", [3, 3]), args: { phrase: "до 1 мая" } } };
    const found = optionsOf(place, lines[2]!, view, null, false);
    expect(found.map(({ id }) => id)).toEqual([
      "deadline-line",
      "deadline-following",
      "deadline-none",
      "more",
    ]);
    expect(found[0]?.verdict).toEqual({ kind: "deadline", phrase: "до 1 мая", of: "line" });
    expect(found[1]?.verdict).toEqual({ kind: "deadline", phrase: "до 1 мая", of: "following" });
    expect(found[2]?.verdict).toEqual({ kind: "no-deadline", phrase: "до 1 мая" });
    const all = optionsOf(place, lines[2]!, view, null, true).map(({ id }) => id);
    expect(all.slice(0, 3)).toEqual(["deadline-line", "deadline-following", "deadline-none"]);
    expect(all).toContain("finding");
    expect(all).not.toContain("more");
  });

  it("takes a day for one that is missing, and a file that is no resolution out", () => {
    const asks = (code: Diagnostic["code"]) => answers(code, 1).map(({ ask }) => ask);
    expect(asks("no-adoption-date")).toContain("day");
    expect(asks("no-directives")).toContain("remove");
  });

  it("says each thing once", () => {
    const ids = answers("possible-directive", 4, true).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has keys 1 to 9 and 0, of both keyboards", () => {
    expect([keyOf(0), keyOf(8), keyOf(9), keyOf(10)]).toEqual(["1", "9", "0", null]);
    expect([pressed("Digit1"), pressed("Numpad9"), pressed("Digit0"), pressed("KeyA")]).toEqual([
      0,
      8,
      9,
      null,
    ]);
  });
});

describe("a review", () => {
  const two = [doubt("orphan-deadline", "warning", [3, 3]), doubt("empty-group", "warning", [4, 4])];
  const said = { line: 3, text: "- провести до 1 мая", verdict: { kind: "join" } as const };

  it("goes to the next doubt when one is settled, and back when it is taken back", async () => {
    const asked: unknown[] = [];
    const call = (async (name: string, request: unknown) => {
      asked.push([name, request]);
      if (name === "document_open") return sample(two);
      return name === "document_correct" ? sample([two[1]!], [said]) : sample(two);
    }) as unknown as Call;
    const review = new ReviewState(call);
    await review.open("d");
    expect(review.line).toBe(3);
    await review.choose(0);
    expect(asked.at(-1)).toEqual([
      "document_correct",
      {
        id: "d",
        correction: {
          line: 3,
          text: "- провести до 1 мая",
          verdict: { kind: "deadline", phrase: "", of: "line" },
        },
      },
    ]);
    expect([review.line, review.doubts.length, review.atFirst]).toEqual([4, 1, 2]);
    await review.undo();
    expect([review.line, review.doubts.length]).toEqual([3, 2]);
  });

  it("tells two doubts of one line apart", async () => {
    const both = [doubt("no-directives", "error", [1, 1]), doubt("no-adoption-date", "warning", [1, 1])];
    const said: unknown[] = [];
    const call = (async (name: string, request: { correction: unknown }) => {
      if (name === "document_correct") said.push(request.correction);
      return sample(name === "document_open" ? both : [both[0]!]);
    }) as unknown as Call;
    const removed: string[] = [];
    const review = new ReviewState(call, (id) => removed.push(id));
    await review.open("d");
    expect(review.place?.doubt?.code).toBe("no-directives");
    review.step(1);
    expect(review.place?.doubt?.code).toBe("no-adoption-date");
    await review.choose(0);
    expect(review.typing).toBe("day");
    await review.say({ kind: "adopted", on: "2026-08-26" });
    expect(said).toEqual([
      { line: 1, text: "РЕШЕНИЕ", verdict: { kind: "adopted", on: "2026-08-26" } },
    ]);
    expect([review.typing, review.place?.doubt?.code]).toEqual([null, "no-directives"]);
    await review.choose(0);
    expect(removed).toEqual(["d"]);
  });

  it("keeps what was there when a correction fails", async () => {
    const call = (async (name: string) => {
      if (name === "document_open") return sample(two);
      throw { code: "internal", args: {} };
    }) as unknown as Call;
    const review = new ReviewState(call);
    await review.open("d");
    await review.choose(0);
    expect(review.error).not.toBeNull();
    expect(review.doubts.length).toBe(2);
    expect(review.busy).toBe(false);
  });
});
