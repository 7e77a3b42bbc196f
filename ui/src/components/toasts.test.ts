import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dismiss, hold, notify, release, takeBack, toasts } from "./toasts.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const { id } of toasts().slice()) dismiss(id);
  vi.useRealTimers();
});

describe("messages", () => {
  it("go after their time unless somebody reads them", () => {
    notify("Удалён 1 документ");
    const id = toasts()[0]?.id ?? 0;
    hold(id);
    vi.advanceTimersByTime(60_000);
    expect(toasts()).toHaveLength(1);
    release(id);
    vi.advanceTimersByTime(60_000);
    expect(toasts()).toHaveLength(0);
  });

  it("are three at most, the newest kept", () => {
    for (const text of ["а", "б", "в", "г"]) notify(text);
    expect(toasts().map(({ text }) => text)).toEqual(["б", "в", "г"]);
  });

  it("do what cannot be taken back only when they are gone, unless it was taken back", () => {
    const done: string[] = [];
    const tell = (name: string): number =>
      notify(name, { undo: () => done.push(`${name} back`), after: () => done.push(name) });
    tell("а");
    takeBack(tell("б"));
    expect(done).toEqual(["б back"]);
    vi.advanceTimersByTime(60_000);
    expect(done).toEqual(["б back", "а"]);
  });
});
