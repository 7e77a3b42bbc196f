import { expect, it } from "vitest";
import { Turns } from "./turns";

it("work waits for what was asked for before, also for what fails", async () => {
  const turns = new Turns();
  const told: string[] = [];
  let finish: (error: Error) => void = () => undefined;
  const first = turns.take(() => new Promise<void>((_, reject) => (finish = reject)));
  const second = turns.take(async () => {
    told.push("second");
    return 2;
  });
  await Promise.resolve();
  expect(told).toEqual([]);
  finish(new Error("no"));
  await expect(first).rejects.toThrow("no");
  expect([await second, told]).toEqual([2, ["second"]]);
});
