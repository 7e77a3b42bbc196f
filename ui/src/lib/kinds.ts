// Names of document kinds.
import { m } from "../i18n";
import type { Kind } from "../ipc/generated/Kind";

/** A document kind in words. */
export function kindWords(kind: Kind): string {
  return {
    resolution: m.kind_resolution,
    decision: m.kind_decision,
    recommendations: m.kind_recommendations,
    protocol: m.kind_protocol,
    plan: m.kind_plan,
    order: m.kind_order,
  }[kind]();
}
