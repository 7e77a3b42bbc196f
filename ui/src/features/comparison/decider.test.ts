import { describe, expect, it } from "vitest";
import type { ComparisonView } from "../../ipc/generated/ComparisonView";
import type { Decision } from "../../ipc/generated/Decision";
import type { State } from "../../ipc/generated/State";
import { ComparisonState } from "./comparison.svelte";
import { type Call, Decider } from "./decider.svelte";
import { Linking } from "./linking.svelte";
import { apartSentence } from "./names";
import { type SamplePair, sampleView } from "./sample";

const of = (id: string): State => ({ kind: "document", id });
const sides = { old: of("o"), new: of("n") };

function built(pairs: SamplePair[]): ComparisonView {
  return sampleView(
    [["Школам", "a Открыть музей", "b Посадить сад", "c Провести смотр"]],
    [["Школам", "x Открыть новый музей", "y Вырастить сад", "z Провести смотр"]],
    pairs,
  );
}

const first: SamplePair[] = [
  ["a", "x", "reworded", { certainty: "probable" }],
  ["b", "y", "continued", { certainty: "possible" }],
];

/** A back end that knows only whether a pair was said to be apart or together. */
function backend(): { call: Call; asked: Decision[][] } {
  const asked: Decision[][] = [];
  const call = (name: string, request: { decisions?: Decision[]; act?: number }): Promise<unknown> => {
    if (name === "comparison_decide") asked.push(request.decisions ?? []);
    else asked.splice((request.act ?? asked.length) - 1, 1);
    const all = asked.flat();
    const said = (pair: SamplePair, is: string): boolean =>
      all.some((d) => d.old.id === pair[0] && d.new.id === pair[1] && d.verdict.is === is);
    const pairs = first
      .filter((pair) => !said(pair, "apart"))
      .map(([a, b, relation, more]): SamplePair => [
        a,
        b,
        relation,
        { ...more, confirmed: said([a, b, relation], "together") },
      ]);
    const decisions = asked.flatMap((list, at) => list.map((decision) => ({ act: at + 1, decision })));
    return Promise.resolve({ ...built(pairs), decisions });
  };
  return { call: call as unknown as Call, asked };
}

describe("deciding", () => {
  it("confirms and leads on to the next unchecked pair", async () => {
    const comparison = new ComparisonState(built(first));
    const decider = new Decider(backend().call, sides, comparison);
    comparison.check(1);
    expect(comparison.current?.text).toBe("Открыть новый музей");
    expect(await decider.confirm()).toBe(1);
    expect(comparison.toCheck).toHaveLength(1);
    expect(comparison.current?.text).toBe("Вырастить сад");
    expect(await decider.confirm()).toBe(2);
    expect(comparison.toCheck).toHaveLength(0);
    // Said once is said: nothing is asked a second time.
    expect(await decider.confirm()).toBeNull();
  });

  it("rejects, keeps the place, and takes it back where it was said", async () => {
    const comparison = new ComparisonState(built(first));
    const decider = new Decider(backend().call, sides, comparison);
    comparison.jumpTo("new-y");
    await decider.reject();
    comparison.jumpTo("new-y");
    expect(comparison.current?.fate).toBe("added");
    expect(comparison.current && apartSentence(comparison.view, comparison.current)).toBe(
      "Вы решили, что это не п. 1.2",
    );
    comparison.jumpTo("new-x");
    expect(await decider.undo()).toBe(true);
    expect(comparison.current?.fate).toBe("continued");
    expect(await decider.undo()).toBe(false);
  });

  it("changes nothing when the back end fails, and says so", async () => {
    const comparison = new ComparisonState(built(first));
    const failing = (() => Promise.reject(new Error("disk"))) as unknown as Call;
    const decider = new Decider(failing, sides, comparison);
    comparison.check(1);
    expect(await decider.confirm()).toBeNull();
    expect(decider.error).toEqual(new Error("disk"));
    expect(decider.busy).toBe(false);
    expect(comparison.toCheck).toHaveLength(2);
  });
});

describe("looking for a partner", () => {
  const linking = (possible: [string, string][] = []): Linking => {
    const view = built([["a", "x", "reworded"]]);
    view.comparison.possible = possible.map(([old, now]) => ({ old, new: now, score: 0.4 }));
    const state = new ComparisonState(view);
    const dropped = state.differences.find(({ fate }) => fate === "dropped");
    return new Linking(view, dropped!);
  };
  const found = (state: Linking): string[] => state.candidates.map(({ cell }) => cell.id);

  it("offers what shares words first", () => {
    expect(linking().kept?.id).toBe("b");
    expect(found(linking())[0]).toBe("y");
  });

  it("offers what the comparison thinks possible before everything", () => {
    const state = linking([["b", "z"]]);
    expect(found(state)[0]).toBe("z");
    expect(state.candidates[0]?.possible).toBe(true);
  });

  it("finds by words and by number, and is walked with arrows", () => {
    const state = linking();
    state.query = "МУЗЕЙ нов";
    expect(found(state)).toEqual(["x"]);
    state.query = "1.3";
    expect(found(state)).toEqual(["z"]);
    state.query = "нет такого";
    expect(state.choice).toBeNull();
    expect(state.decisions()).toEqual([]);
    state.query = "";
    state.walk(1);
    expect(state.choice?.cell.id).toBe(found(state)[1]);
  });

  it("keeps the candidate's former partner apart", () => {
    const state = linking();
    state.chosen = "x";
    expect(state.decisions().map(({ verdict, old, new: now }) => `${old.id} ${verdict.is} ${now.id}`)).toEqual([
      "a apart x",
      "b together x",
    ]);
  });
});
