import { describe, expect, it } from "vitest";
import type { ComparisonView } from "../../ipc/generated/ComparisonView";
import { sampleView } from "./sample";
import { type Call, ComparisonSession } from "./session.svelte";

const view = sampleView([["Школам", "a Раз"]], [["Школам", "x Раз"]], [["a", "x", "unchanged"]]);

/** A back end whose comparisons are answered by the test. */
function backend(): { call: Call; answers: ((answer: ComparisonView | Error) => void)[] } {
  const answers: ((answer: ComparisonView | Error) => void)[] = [];
  const call = (name: string): Promise<unknown> =>
    name === "library_view"
      ? Promise.resolve({ path: "", shelves: [], removed: [], documents: [] })
      : new Promise((resolve, reject) => {
          answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
        });
  return { call: call as Call, answers };
}

describe("choosing documents", () => {
  it("compares as soon as both are known", async () => {
    const { call, answers } = backend();
    const session = new ComparisonSession(call);
    await session.choose("old", "o");
    expect(session.phase.is).toBe("choosing");
    const done = session.choose("new", "n");
    expect(session.phase.is).toBe("comparing");
    answers[0]?.(view);
    await done;
    expect(session.phase.is).toBe("ready");
  });

  it("does not compare a document with itself", async () => {
    const { call, answers } = backend();
    const session = new ComparisonSession(call);
    await session.show("o", "o");
    expect(session.same).toBe(true);
    expect(session.phase.is).toBe("choosing");
    expect(answers).toHaveLength(0);
  });

  it("drops an answer that comes after another choice", async () => {
    const { call, answers } = backend();
    const session = new ComparisonSession(call);
    const first = session.show("o", "n");
    const second = session.swap();
    answers[1]?.(view);
    await second;
    const shown = session.phase;
    answers[0]?.(new Error("late"));
    await first;
    expect(session.phase).toBe(shown);
    expect([session.old, session.new]).toEqual(["n", "o"]);
  });

  it("keeps the failure to say it in words", async () => {
    const { call, answers } = backend();
    const session = new ComparisonSession(call);
    const done = session.show("o", "n");
    answers[0]?.(new Error("gone"));
    await done;
    expect(session.phase).toMatchObject({ is: "failed", error: new Error("gone") });
  });
});
