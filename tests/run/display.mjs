// A display and a session bus for window tests, gone when they end. The person's own display is
// never used: a test must not type into somebody's window.
import { spawn } from "node:child_process";
import { once } from "node:events";

/** Calls `work` with an environment that has a display and a bus; gives what it gives. */
export async function withDisplay(work) {
  const display = await start(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
    3,
  );
  const bus = await start(
    "dbus-daemon",
    ["--session", "--nofork", "--nopidfile", "--print-address=3"],
    3,
  );
  try {
    return await work({
      DISPLAY: `:${display.said}`,
      DBUS_SESSION_BUS_ADDRESS: bus.said,
      WAYLAND_DISPLAY: "",
      GDK_BACKEND: "x11",
    });
  } finally {
    bus.stop();
    display.stop();
  }
}

/** Starts a program that says one line through a descriptor when it is ready. */
async function start(program, args, descriptor) {
  const stdio = ["ignore", "ignore", "ignore"];
  stdio[descriptor] = "pipe";
  const child = spawn(program, args, { stdio });
  const stop = () => child.kill("SIGTERM");
  process.once("exit", stop);
  const ended = once(child, "exit").then(([status]) => {
    throw new Error(`${program} ended with status ${status} before it was ready`);
  });
  const [chunk] = await Promise.race([once(child.stdio[descriptor], "data"), ended]);
  // It is to end some day; only an end before it was ready is an error.
  ended.catch(() => undefined);
  return { said: chunk.toString("utf8").trim(), stop };
}
