import assert from "node:assert/strict";

/** The CPU time in milliseconds that a piece of work takes here: other programs on the machine do not lengthen it. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The longest that nobody else got a turn, in milliseconds of this process's own work. */
export async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let [longest, last, isOver] = [0, process.cpuUsage(), false];
  const tick = () => {
    const { user, system } = process.cpuUsage(last);
    longest = Math.max(longest, (user + system) / 1_000);
    last = process.cpuUsage();
    if (!isOver) {
      setImmediate(tick);
    }
  };
  setImmediate(tick);
  await work();
  isOver = true;
  await new Promise((resolve) => setImmediate(resolve));
  return longest;
}

/** A run may meet a collection of garbage, and a machine on which others work. */
const mostRuns = 8;

/** What takes so many times what is allowed met something else. */
const hopeless = 10;

/**
 * The least that one of several runs takes, in milliseconds of CPU: no more of them than it takes to come below what is
 * allowed. What this machine is slower by at that moment is not counted: see `slowness`.
 */
export async function leastOf(allowed: number, run: () => number | Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let runs = 0; runs < mostRuns && isOpen(least, allowed); runs++) {
    least = Math.min(least, counted(await run(), allowed));
  }
  // Down: what is below the limit is not said to be at it.
  return Math.floor(least);
}

/** Fails where a piece of work takes longer than is allowed, each of several times. */
export function takesAtMost(allowed: number, work: () => void, what = "it"): void {
  let least = Number.POSITIVE_INFINITY;
  for (let runs = 0; runs < mostRuns && isOpen(least, allowed); runs++) {
    least = Math.min(least, counted(cpuTime(work), allowed));
  }
  assert.ok(least < allowed, `${what} took ${Math.round(least)} ms, and ${allowed} are allowed`);
}

function isOpen(least: number, allowed: number): boolean {
  return least === Number.POSITIVE_INFINITY || (least >= allowed && least < hopeless * allowed);
}

/** What comes above its limit may take so many times as much, as counted in yardsticks. What is quadratic takes more. */
const leeway = 2;

function counted(taken: number, allowed: number): number {
  return taken < allowed ? taken : taken / leeway / slowness();
}

/** What the yardstick takes on a quiet machine, on which the limits were set. */
const yardstickMs = 20;

/**
 * How much slower than that machine this one is at this moment: others share its caches and the units of its cores, so
 * that the same work takes more CPU time.
 */
export function slowness(): number {
  const taken = Math.min(...Array.from({ length: 3 }, () => cpuTime(yardstick)));
  return Math.max(1, taken / yardstickMs);
}

/** A megabyte to be passed over. */
const text = "web 565419523791 é\n".repeat(52_632);

/** What most readers are made of: characters looked at in turn, lines, an expression. */
function yardstick(): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    sum = (sum * 31 + text.charCodeAt(at)) | 0;
  }
  const lines = text.split("\n").map((line) => line.trim());
  return sum + lines.length + text.replaceAll(/[a-z]+/g, (word) => `${word.length}`).length;
}
