// The words of verdicts and quick reasons.
import { m } from "../../i18n";
import type { CarryVerdict } from "../../ipc/generated/CarryVerdict";

/** A verdict as a command: «Сохранить». */
export function verdictName(verdict: CarryVerdict): string {
  return {
    keep: m.carry_keep,
    change: m.carry_change,
    close: m.carry_close,
    drop: m.carry_drop,
  }[verdict]();
}

/** A verdict as a state in a list: «сохранено». */
export function verdictState(verdict: CarryVerdict): string {
  return {
    keep: m.carry_state_keep,
    change: m.carry_state_change,
    close: m.carry_state_close,
    drop: m.carry_state_drop,
  }[verdict]();
}

/** The usual reasons for dropping, in the order of their keys 5–8. */
export function quickReasons(): string[] {
  return [
    m.carry_reason_done(),
    m.carry_reason_money(),
    m.carry_reason_region(),
    m.carry_reason_stale(),
  ];
}
