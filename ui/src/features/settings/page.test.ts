import { describe, expect, it } from "vitest";
import type { OwnProfile } from "../../ipc/generated/OwnProfile";
import { type Call, PageState } from "./page.svelte";

const standard: OwnProfile = {
  left_mm: 30,
  right_mm: 10,
  top_mm: 20,
  bottom_mm: 20,
  size_pt: 14,
  line_spacing: 1.15,
  first_line_cm: 1.25,
  justified: true,
  hyphenated: true,
  page_numbers: true,
};

describe("the office's own page", () => {
  it("is kept with each change and goes back to the standard", async () => {
    let kept = standard;
    const call = (async (name: string, request: { own: OwnProfile }) => {
      if (name === "export_own_profile") return (kept = request.own);
      return { own: kept, standard, page: "data:" };
    }) as Call;
    const page = new PageState(call);
    await page.load();
    expect(page.usual).toBe(true);
    await page.set({ left_mm: 25 });
    expect(kept.left_mm).toBe(25);
    expect(page.usual).toBe(false);
    await page.reset();
    expect(kept).toEqual(standard);
    expect(page.usual).toBe(true);
  });
});
