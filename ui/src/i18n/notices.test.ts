import { expect, it } from "vitest";
import { speak } from ".";
import { diagnosticSentence } from "./notices";

it("letters put right are told as printed and as read, in both languages", () => {
  const doubt = {
    code: "letters-repaired",
    severity: "note",
    lines: [6, 6],
    args: { before: "провecти, l5", after: "провести, 15" },
  } as const;
  const told = () => diagnosticSentence({ ...doubt, lines: [6, 6] });
  expect(told()).toBe("Похожие знаки исправлены: «провecти, l5» читается как «провести, 15»");
  speak("en");
  expect(told()).toBe("Look-alike letters were repaired: “провecти, l5” is read as “провести, 15”");
  speak("ru");
});

it("a line without a place is told by its words, where they were kept", () => {
  const line = { code: "unplaced-line", severity: "note", lines: [4, 6] } as const;
  const told = (args?: Record<string, string>) =>
    diagnosticSentence({ ...line, lines: [4, 6], ...(args ? { args } : {}) });
  expect(told({ text: "Управление образования" })).toBe("Не вошло в документ: «Управление образования»");
  expect(told()).toBe("Строка не отнесена ни к одной части документа");
});
