import { describe, expect, it } from "vitest";
import { address, parse, type Route } from "./routes";

const routes: Exclude<Route, { place: "unknown" }>[] = [
  { place: "library" },
  { place: "document", id: "a1", at: null },
  { place: "document", id: "a1", at: "b2" },
  { place: "new" },
  { place: "templates", from: null },
  { place: "templates", from: "a1" },
  { place: "draft", id: "a1", at: null },
  { place: "draft", id: "a1", at: "b2" },
  { place: "carry", id: "a1" },
  { place: "comparison", old: null, new: null },
  { place: "comparison", old: "a1", new: null },
  { place: "comparison", old: "a1", new: "b2" },
  { place: "assemble", id: "a1" },
  { place: "addressees" },
  { place: "themes" },
  { place: "settings" },
  { place: "help" },
];

describe("addresses", () => {
  it.each(routes)("of $place leads back to it", (route) => {
    expect(parse(address(route))).toEqual(route);
  });

  it("that name nothing are known as such, broken ones too", () => {
    for (const hash of ["#/nowhere", "#/document", "#/carry", "#/a/b/c/d", "#/%E0%A4%A"]) {
      expect(parse(hash)).toEqual({ place: "unknown" });
    }
    expect(parse("")).toEqual({ place: "library" });
  });
});
