// How the execution of a directive stands, in words.
import { m } from "../i18n";
import type { ControlStatus } from "../ipc/generated/ControlStatus";

export function statusWords(status: ControlStatus): string {
  return {
    on_control: m.control_status_on_control,
    done: m.control_status_done,
    done_late: m.control_status_done_late,
    partly: m.control_status_partly,
    prolonged: m.control_status_prolonged,
    not_done: m.control_status_not_done,
    permanent: m.control_status_permanent,
    readdressed: m.control_status_readdressed,
    lifted: m.control_status_lifted,
  }[status]();
}
