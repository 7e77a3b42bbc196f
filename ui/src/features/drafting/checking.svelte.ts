// The checks of a draft: run when the keyboard rests, walked one by one, passed over.
import type { Finding } from "../../ipc/generated/Finding";
import { type Advice, adviceOf, countsOf } from "./advice";

/** How long nothing may be kept before the rules run. */
const IDLE = 600;

export class Checking {
  /** All advice, passed over or not; nothing before the first check. */
  all = $state.raw<readonly Advice[] | null>(null);
  running = $state(false);
  failed = $state(false);
  /** The one in hand. */
  active = $state<string | null>(null);
  skipped = $state.raw<ReadonlySet<string>>(new Set());

  readonly list = $derived((this.all ?? []).filter(({ key }) => !this.skipped.has(key)));
  readonly hidden = $derived((this.all ?? []).length - this.list.length);
  readonly counts = $derived(countsOf(this.list));
  readonly current = $derived(this.list.find(({ key }) => key === this.active) ?? null);
  /** Which of them it is, from 1; 0 before the first. */
  readonly position = $derived(this.list.findIndex(({ key }) => key === this.active) + 1);

  readonly #check: () => Promise<Finding[]>;
  readonly #memory: Pick<Storage, "getItem" | "setItem">;
  readonly #place: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request = 0;

  constructor(
    id: string,
    check: () => Promise<Finding[]>,
    memory: Pick<Storage, "getItem" | "setItem">,
  ) {
    this.#check = check;
    this.#memory = memory;
    this.#place = `svod-skipped-${id}`;
    this.skipped = new Set(JSON.parse(memory.getItem(this.#place) ?? "[]") as string[]);
  }

  /** Runs the rules once nothing was kept for a while. */
  plan(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.run(), IDLE);
  }

  /** Runs the rules now; an answer that another request overtook is dropped. */
  async run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#request += 1;
    const request = this.#request;
    this.running = true;
    try {
      const findings = await this.#check();
      if (request !== this.#request) return;
      this.all = adviceOf(findings);
      this.failed = false;
    } catch {
      // The text is what matters; the next check may do better.
      if (request === this.#request) this.failed = true;
    } finally {
      if (request === this.#request) this.running = false;
    }
  }

  /** The one after the one in hand, or before it, round the end. */
  walk(by: 1 | -1): Advice | null {
    const { length } = this.list;
    if (length === 0) return null;
    const from = this.position === 0 && by < 0 ? 1 : this.position;
    const next = this.list[(from - 1 + by + length) % length] ?? null;
    this.active = next?.key ?? null;
    return next;
  }

  /** Passes one over here, and goes on to the one behind it. */
  skip(key: string): void {
    const at = this.list.findIndex((each) => each.key === key);
    this.#remember(new Set([...this.skipped, key]));
    if (this.active === key) this.active = (this.list[at] ?? this.list.at(-1))?.key ?? null;
  }

  /** Takes one passing-over back, or all of them. */
  unskip(key?: string): void {
    this.#remember(new Set(key === undefined ? [] : [...this.skipped].filter((each) => each !== key)));
  }

  /** Nothing runs any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#request += 1;
  }

  #remember(keys: ReadonlySet<string>): void {
    this.skipped = keys;
    this.#memory.setItem(this.#place, JSON.stringify([...keys]));
  }
}
