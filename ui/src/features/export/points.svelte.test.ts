import { describe, expect, it } from "vitest";
import type { PaperDetails } from "../../ipc/generated/PaperDetails";
import type { PaperPoint } from "../../ipc/generated/PaperPoint";
import { OrderPoints } from "./points.svelte";
import type { ReleaseState } from "./release.svelte";

const point = (id: string, made = true): PaperPoint => ({
  id,
  made,
  number: "",
  heading: made ? "Школам" : "",
  text: `текст ${id}`,
  now: null,
});

/** Points over details that are kept as they are given. */
function pointsOf(...points: PaperPoint[]): OrderPoints {
  let details = $state.raw({ points, left_out: [] } as unknown as PaperDetails);
  const release = {
    get details() {
      return details;
    },
    setDetails(change: Partial<PaperDetails>) {
      details = { ...details, ...change };
      return Promise.resolve();
    },
  };
  return new OrderPoints(release as unknown as ReleaseState);
}
const names = (points: readonly PaperPoint[]): string[] => points.map(({ id }) => id);

describe("points of an order", () => {
  it("move by a place and stop at the ends", () => {
    const points = pointsOf(point("a"), point("b"), point("c"));
    points.move("c", -1);
    points.move("a", -1);
    expect(names(points.all)).toEqual(["a", "c", "b"]);
  });

  it("are added below another one for the same body, each with a name of its own", () => {
    const points = pointsOf(point("a"), point("own 1", false));
    expect(points.add("a")).toBe("own 2");
    points.add();
    expect(names(points.all)).toEqual(["a", "own 2", "own 1", "own 3"]);
    expect(points.all[1]).toMatchObject({ heading: "Школам", made: false, text: "" });
  });

  it("that are deleted are named if the document made them, and come back to their place", () => {
    const points = pointsOf(point("a"), point("own 1", false), point("b"));
    points.remove("a");
    expect(names(points.leftOut)).toEqual(["a"]);
    points.reword("b", "иначе");
    points.back();
    expect(names(points.all)).toEqual(["a", "own 1", "b"]);
    expect(points.leftOut).toEqual([]);
    points.remove("own 1");
    expect(points.leftOut).toEqual([]);
    points.back();
    expect(points.all[1]?.text).toBe("текст own 1");
    expect(points.all[2]?.text).toBe("иначе");
  });

  it("go back to what the document makes, and that can be taken back until the next change", () => {
    const points = pointsOf(point("own 1", false));
    points.reset();
    expect(names(points.all)).toEqual([]);
    points.back();
    expect(names(points.all)).toEqual(["own 1"]);
    points.reset();
    points.add();
    expect(points.gone).toBeNull();
  });

  it("take the new words of a document that has changed", () => {
    const points = pointsOf({ ...point("a"), now: "пункты 1–3" }, point("b"));
    expect(names(points.outdated)).toEqual(["a"]);
    points.renew("a");
    expect(points.all[0]?.text).toBe("пункты 1–3");
  });
});
