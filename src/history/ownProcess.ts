import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";

/** What tells a process from every other, on this machine and elsewhere, now and after a restart. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Where its number means anything: the machine since it was started, and the namespace of a container. */
  readonly host: string;
  /** When it began, in the kernel's clock ticks. Known on Linux alone. */
  readonly began?: string;
}

/** This process. */
export async function ownProcess(): Promise<ProcessIdentity> {
  const [boot, namespace, began] = await Promise.all([
    readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => ""),
    readlink("/proc/self/ns/pid").catch(() => ""),
    beginOf(process.pid),
  ]);
  return {
    pid: process.pid,
    host: [hostname(), boot.trim(), namespace].filter(Boolean).join(" "),
    ...(began === undefined ? {} : { began }),
  };
}

/**
 * Whether a process of this host runs. `undefined` where a process of that number does, and nothing tells whether
 * it is the same one.
 */
export async function runs({ pid, began }: ProcessIdentity): Promise<boolean | undefined> {
  if (began !== undefined) {
    return (await beginOf(pid)) === began;
  }
  try {
    process.kill(pid, 0);
    return undefined;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM" ? undefined : false;
  }
}

/**
 * When a process began: field 22 of https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html. Nothing where there
 * is none, or one that has ended and that nobody has asked about.
 */
async function beginOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The name, in brackets, may hold spaces and brackets of its own.
  const [state = "", ...others] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return /^[ZX]$/.test(state) ? undefined : others[18];
}

/** A process as it has written itself down; nothing where that is none. Throws for what is no JSON. */
export function identityIn(text: string): ProcessIdentity | undefined {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || !("pid" in value) || !("host" in value)) {
    return undefined;
  }
  const { pid, host } = value;
  if (typeof pid !== "number" || !Number.isInteger(pid) || pid <= 0 || typeof host !== "string") {
    return undefined;
  }
  return {
    pid,
    host,
    ...("began" in value && typeof value.began === "string" ? { began: value.began } : {}),
  };
}
