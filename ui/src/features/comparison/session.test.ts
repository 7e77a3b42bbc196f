import { describe, expect, it, vi } from "vitest";
import type { ComparisonView } from "../../ipc/generated/ComparisonView";
import type { State } from "../../ipc/generated/State";
import { sampleView } from "./sample";
import { type Call, ComparisonSession } from "./session.svelte";

const view = sampleView([["Школам", "a Раз"]], [["Школам", "x Раз"]], [["a", "x", "unchanged"]]);

const of = (id: string, revision?: number): State =>
  revision === undefined ? { kind: "document", id } : { kind: "document", id, revision };
const [o, n] = [of("o"), of("n")];

/** A back end whose comparisons are answered by the test. */
function backend(): { call: Call; answers: ((answer: ComparisonView | Error) => void)[]; asked: string[] } {
  const answers: ((answer: ComparisonView | Error) => void)[] = [];
  const asked: string[] = [];
  const call = (name: string, request: { task?: string }): Promise<unknown> => {
    asked.push(`${name} ${request.task ?? ""}`.trim());
    switch (name) {
      case "library_view":
        return Promise.resolve({ path: "", shelves: [], removed: [],
    recovered: [], documents: [] });
      case "document_revisions":
        return Promise.resolve([2, 1].map((number) => ({ number, made_at: "2026-08-27T10:00:00Z" })));
      case "file_choose":
        return Promise.resolve({ ...view.new.card, id: "00ff", source_name: "проект.docx" });
      case "task_cancel":
        answers.at(-1)?.({ code: "cancelled", args: {}, detail: null } as unknown as Error);
        return Promise.resolve(true);
      default:
        return new Promise((resolve, reject) => {
          answers.push((answer) => ("comparison" in answer ? resolve(answer) : reject(answer)));
        });
    }
  };
  return { call: call as Call, answers, asked };
}

describe("choosing documents", () => {
  it("compares as soon as both are known", async () => {
    const { call, answers } = backend();
    const session = new ComparisonSession(call);
    await session.choose("old", o);
    expect(session.phase.is).toBe("choosing");
    const done = session.choose("new", n);
    await vi.waitFor(() => expect(session.phase.is).toBe("comparing"));
    answers[0]?.(view);
    await done;
    expect(session.phase.is).toBe("ready");
  });

  it("does not compare a document with itself", async () => {
    const { call, answers } = backend();
    const session = new ComparisonSession(call);
    await session.show(o, of("o"));
    expect(session.same).toBe(true);
    expect(session.phase.is).toBe("choosing");
    expect(answers).toHaveLength(0);
  });

  it("drops an answer that comes after another choice", async () => {
    const { call, answers } = backend();
    const session = new ComparisonSession(call);
    const first = session.show(o, n);
    const second = session.swap();
    answers[1]?.(view);
    await second;
    const shown = session.phase;
    answers[0]?.(new Error("late"));
    await first;
    expect(session.phase).toBe(shown);
    expect([session.old, session.new]).toEqual([n, o]);
  });

  it("keeps the failure to say it in words", async () => {
    const { call, answers } = backend();
    const session = new ComparisonSession(call);
    const done = session.show(o, n);
    answers[0]?.(new Error("gone"));
    await done;
    expect(session.phase).toMatchObject({ is: "failed", error: new Error("gone") });
  });

  it("can be stopped and begun again", async () => {
    const { call, answers, asked } = backend();
    const session = new ComparisonSession(call);
    const done = session.show(o, n);
    await session.stop();
    await done;
    expect(session.phase.is).toBe("stopped");
    expect(asked).toContain("task_cancel compare-1");
    const again = session.retry();
    await vi.waitFor(() => expect(session.phase.is).toBe("comparing"));
    answers.at(-1)?.(view);
    await again;
    expect(session.phase.is).toBe("ready");
  });

  it("hears how far its own comparison is and stops what nobody waits for", async () => {
    const { call, answers, asked } = backend();
    const session = new ComparisonSession(call);
    const progress = (task: string, done: number) => ({ task, done, total: 100, label: "" });
    const first = session.show(o, n);
    session.hear(progress("compare-1", 40));
    expect(session.progress?.done).toBe(40);
    const second = session.swap();
    expect(session.progress).toBeNull();
    expect(asked).toContain("task_cancel compare-1");
    session.hear(progress("compare-1", 50));
    expect(session.progress).toBeNull();
    answers[1]?.(view);
    await Promise.all([first, second]);
    expect(session.phase.is).toBe("ready");
  });

  it("takes one document on both sides as its two latest revisions", async () => {
    const { call, answers } = backend();
    const session = new ComparisonSession(call);
    await session.choose("old", o);
    const done = session.choose("new", of("o"));
    await vi.waitFor(() => expect(session.phase.is).toBe("comparing"));
    answers[0]?.(view);
    await done;
    expect([session.old, session.new]).toEqual([of("o", 1), o]);
  });

  it("takes a file for one side and keeps it in the list", async () => {
    const { call, answers } = backend();
    const session = new ComparisonSession(call);
    await session.choose("old", o);
    const done = session.chooseFile("new");
    expect(session.opening).toBe(true);
    await vi.waitFor(() => expect(session.phase.is).toBe("comparing"));
    answers[0]?.(view);
    await done;
    expect(session.opening).toBe(false);
    expect(session.new).toEqual({ kind: "file", token: "00ff" });
    expect(session.files.map((card) => card.source_name)).toContain("проект.docx");
  });
});
