import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DraftSaved } from "../../ipc/generated/DraftSaved";
import type { Edit } from "../../ipc/generated/Edit";
import { Keeper } from "./keeper.svelte";

const preamble = (text: string): Edit => ({ edit: "set_preamble", paragraphs: [text] });
const gone = (id: string): Edit => ({ edit: "remove_directive", id });

/** A back end that answers when it is told to, and notes what it was asked. */
function backend() {
  const asked: { after: number; edits: Edit[] }[] = [];
  const waiting: { answer: (saved: DraftSaved) => void; refuse: (error: unknown) => void }[] = [];
  const send = (after: number, edits: Edit[]): Promise<DraftSaved> => {
    asked.push({ after, edits });
    return new Promise((answer, refuse) => waiting.push({ answer, refuse }));
  };
  const settle = async (how: (next: (typeof waiting)[number]) => void): Promise<void> => {
    const next = waiting.shift();
    if (next) how(next);
    await vi.advanceTimersByTimeAsync(0);
  };
  return {
    asked,
    send,
    answer: (kept: number) =>
      settle((next) => next.answer({ kept, at: `2027-08-01T10:0${kept}:00Z`, directives: [], groups: [] })),
    refuse: (code: string) => settle((next) => next.refuse({ code, args: {}, detail: null })),
  };
}

describe("keeping", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("waits for a rest of the keyboard and says saved only after the answer", async () => {
    const back = backend();
    const keeper = new Keeper(4, back.send, () => undefined);
    keeper.add([gone("a")]);
    await vi.advanceTimersByTimeAsync(390);
    expect(back.asked).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(20);
    expect(back.asked).toEqual([{ after: 4, edits: [gone("a")] }]);
    expect([keeper.savedAt, keeper.unsaved, keeper.sending]).toEqual([null, 1, true]);
    await back.answer(5);
    expect([keeper.savedAt, keeper.unsaved, keeper.sending]).toEqual(["2027-08-01T10:05:00Z", 0, false]);
  });

  it("sends at least once a second while the keyboard does not rest", async () => {
    const back = backend();
    const keeper = new Keeper(0, back.send, () => undefined);
    for (let n = 0; n < 12; n += 1) {
      keeper.add([preamble(`${n}`)]);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(back.asked).toHaveLength(1);
    // Each stands in for the one before it.
    expect(back.asked[0]?.edits).toHaveLength(1);
  });

  it("sends one request at a time, in order, each after the answer before", async () => {
    const back = backend();
    const keeper = new Keeper(0, back.send, () => undefined);
    keeper.add([gone("a")]);
    await vi.advanceTimersByTimeAsync(400);
    keeper.add([gone("b")]);
    await vi.advanceTimersByTimeAsync(3000);
    keeper.add([gone("c")]);
    expect(back.asked).toHaveLength(1);
    await back.answer(1);
    await vi.advanceTimersByTimeAsync(400);
    await back.answer(2);
    expect(back.asked).toEqual([
      { after: 0, edits: [gone("a")] },
      { after: 1, edits: [gone("b"), gone("c")] },
    ]);
  });

  it("keeps what failed in front of what came later and goes on trying", async () => {
    const back = backend();
    const keeper = new Keeper(0, back.send, () => undefined);
    keeper.add([gone("a")]);
    await vi.advanceTimersByTimeAsync(400);
    await back.refuse("disk-full");
    expect([keeper.error, keeper.unsaved]).toEqual([expect.objectContaining({ code: "disk-full" }), 1]);
    keeper.add([gone("b")]);
    await vi.advanceTimersByTimeAsync(1500);
    expect(back.asked[1]).toEqual({ after: 0, edits: [gone("a"), gone("b")] });
    await back.answer(1);
    expect([keeper.error, keeper.unsaved]).toEqual([null, 0]);
  });

  it("does not try again what cannot succeed, and begins anew behind another answer", async () => {
    const back = backend();
    const keeper = new Keeper(0, back.send, () => undefined);
    keeper.add([gone("a")]);
    await vi.advanceTimersByTimeAsync(400);
    await back.refuse("draft-changed");
    expect(keeper.stale).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(back.asked).toHaveLength(1);
    expect(keeper.restart(7)).toEqual([gone("a")]);
    keeper.add([gone("b")]);
    await vi.advanceTimersByTimeAsync(400);
    expect(back.asked[1]).toEqual({ after: 7, edits: [gone("b")] });
  });

  it("flushes at once and tells whether everything is on the disk", async () => {
    const back = backend();
    const keeper = new Keeper(0, back.send, () => undefined);
    keeper.add([gone("a")]);
    const all = keeper.flush();
    await back.answer(1);
    expect(await all).toBe(true);
    keeper.add([gone("b")]);
    const failing = keeper.flush();
    await back.refuse("library-locked");
    expect(await failing).toBe(false);
  });
});
