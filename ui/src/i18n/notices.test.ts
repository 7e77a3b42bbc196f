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
