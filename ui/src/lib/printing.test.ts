import { afterEach, describe, expect, it, vi } from "vitest";
import { printPages } from "./printing";

HTMLImageElement.prototype.decode = () => Promise.resolve();
const page = (number: number): Promise<string> => Promise.resolve(`data:image/svg+xml,${number}`);
const ready = (): HTMLImageElement[] => [...document.querySelectorAll<HTMLImageElement>("body > .printed > img")];

afterEach(() => document.querySelector(".printed")?.remove());

describe("printing", () => {
  it("lays the pages ready in their order before the printer is chosen", async () => {
    const start = vi.fn((turned: boolean) => {
      expect(ready().map(({ src }) => src.at(-1))).toEqual(["1", "2", "3"]);
      expect(document.querySelector(".printed.is-turned") !== null).toBe(turned);
      return Promise.resolve(true);
    });
    expect(await printPages({ pages: 3, ratio: 0.7, page, start })).toBe(true);
    await printPages({ pages: 3, ratio: 1.4, page, start });
    expect(start.mock.calls).toEqual([[false], [true]]);
    // Those of the time before are gone.
    expect(ready()).toHaveLength(3);
  });

  it("prints one paper after another", async () => {
    const printed: string[][] = [];
    const start = (): Promise<boolean> => {
      printed.push(ready().map(({ src }) => src.at(-1) ?? ""));
      return Promise.resolve(true);
    };
    const other = (number: number): Promise<string> => Promise.resolve(`data:image/svg+xml,${number + 4}`);
    await Promise.all([
      printPages({ pages: 2, ratio: 0.7, page, start }),
      printPages({ pages: 1, ratio: 0.7, page: other, start }),
    ]);
    expect(printed).toEqual([["1", "2"], ["5"]]);
  });

  it("prints nothing if a page is missing", async () => {
    const start = vi.fn(() => Promise.resolve(true));
    const gone = (number: number): Promise<string> => (number === 2 ? Promise.reject(new Error("gone")) : page(number));
    await expect(printPages({ pages: 2, ratio: 0.7, page: gone, start })).rejects.toThrow("gone");
    expect([start.mock.calls.length, ready().length]).toEqual([0, 0]);
  });
});
