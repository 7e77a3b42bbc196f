import { describe, expect, it } from "vitest";
import { rowsToMake } from "./window-rows";

describe("rows of a long table", () => {
  it("are all made while there are few", () => {
    expect(rowsToMake(40, 44, 0, 700)).toEqual({ from: 0, to: 40 });
  });

  it("are made where they are seen, and a few around", () => {
    expect(rowsToMake(5000, 44, 0, 704)).toEqual({ from: 0, to: 24 });
    expect(rowsToMake(5000, 44, 44_000, 704)).toEqual({ from: 992, to: 1024 });
    expect(rowsToMake(5000, 44, 44 * 5000, 704)).toEqual({ from: 4992, to: 5000 });
  });

  it("begin at the first one while the table is below the edge", () => {
    expect(rowsToMake(5000, 44, -300, 704).from).toBe(0);
  });
});
