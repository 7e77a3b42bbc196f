import { beforeEach, describe, expect, it } from "vitest";
import { nextPane } from "./panes";

beforeEach(() => {
  document.body.innerHTML = `
    <nav data-pane><a href="#a" id="a">А</a></nav>
    <aside data-pane><p>без кнопок</p></aside>
    <main data-pane><a href="#b">Б</a><a href="#c" id="c" aria-current="page">В</a></main>`;
});

const focused = (): string | undefined => document.activeElement?.id;

describe("going round the areas", () => {
  it("skips areas with nothing to focus and prefers what is current", () => {
    nextPane(document, null, 1);
    expect(focused()).toBe("a");
    nextPane(document, document.activeElement, 1);
    expect(focused()).toBe("c");
    nextPane(document, document.activeElement, 1);
    expect(focused()).toBe("a");
  });

  it("goes backwards too", () => {
    nextPane(document, document.getElementById("a"), -1);
    expect(focused()).toBe("c");
  });
});
