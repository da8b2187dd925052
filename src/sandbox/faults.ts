import { accounts } from "./accounts";
import { errorCodeOf } from "./errors";
import { allServices } from "./services";

/**
 * Something that is to go wrong. An error's wire code, or one of the ways a network goes wrong:
 * `@html` a web page with status 200, `@empty` an empty answer with status 200, `@reset` the connection
 * dropped before anything is done, `@lost` dropped after it was done, `@hang` no answer at all.
 */
export interface Fault {
  /** The operation's name, or `*` for all. */
  readonly action: string;
  readonly code: string;
  readonly profile?: string;
  readonly region?: string;
  /** From 0 to 1: how many of the requests it meets. All, when absent. */
  readonly probability?: number;
  /** After so many requests it is over. */
  readonly times?: number;
}

/**
 * What can fail and is no operation of its own: whether a role may be passed on to EventBridge Scheduler, and what a
 * schedule does when its time has come.
 */
const besides: ReadonlySet<string> = new Set(["PassRole", "FireSchedule"]);

export const networkFaults = ["@html", "@empty", "@reset", "@lost", "@hang"] as const;
export type NetworkFault = (typeof networkFaults)[number];

export function isNetworkFault(code: string): code is NetworkFault {
  return networkFaults.some((fault) => fault === code);
}

/**
 * Reads what `--fail` takes: `[PROFILE/][REGION/]ACTION=CODE`, then `:N%` for a share of the requests
 * or `*N` for the first N of them. Throws an Error whose message is for the one who wrote it.
 */
export function parseFault(text: string): Fault {
  const [, where = "", action = "", code = "", percent, times] =
    /^((?:[^/=]+\/){0,2})([A-Za-z0-9]+|\*)=(@?[A-Za-z][\w.]*)(?::(\d+(?:\.\d+)?)%|\*(\d+))?$/.exec(text) ??
    [];
  if (action === "") {
    throw new Error(`'${text}' is not [PROFILE/][REGION/]ACTION=CODE, with :N% or *N after it`);
  }
  if (
    action !== "*" &&
    !besides.has(action) &&
    !allServices.some((service) => service.operations.has(action))
  ) {
    throw new Error(`'${action}' is not an operation of the sandbox`);
  }
  if (code.startsWith("@") && !isNetworkFault(code)) {
    throw new Error(`'${code}' is none of ${networkFaults.join(", ")}`);
  }
  const places = where.split("/").filter((place) => place !== "");
  const profile = places.find((place) => accounts.some((account) => account.name === place));
  const region = places.find((place) => place !== profile);
  if (places.length === 2 && profile === undefined) {
    throw new Error(`'${places[0]}' is not a profile of the sandbox`);
  }
  return {
    action,
    code: errorCodeOf(code) ?? code,
    ...(profile === undefined ? {} : { profile }),
    ...(region === undefined ? {} : { region }),
    ...(percent === undefined ? {} : { probability: Number(percent) / 100 }),
    ...(times === undefined ? {} : { times: Number(times) }),
  };
}

/** The faults that are in force, and how often each has struck. */
export class Faults {
  #faults: { readonly fault: Fault; struck: number; met: number }[] = [];

  replace(faults: readonly Fault[]): void {
    this.#faults = faults.map((fault) => ({ fault, struck: 0, met: 0 }));
  }

  /** The code of the first fault that strikes this request, if one does. */
  strike(request: { readonly action: string; readonly profile: string; readonly region: string }) {
    for (const entry of this.#faults) {
      const { fault } = entry;
      if (fault.action !== "*" && fault.action !== request.action) {
        continue;
      }
      if (fault.profile !== undefined && fault.profile !== request.profile) {
        continue;
      }
      if (fault.region !== undefined && fault.region !== request.region) {
        continue;
      }
      if (fault.times !== undefined && entry.struck >= fault.times) {
        continue;
      }
      entry.met += 1;
      // Evenly spread instead of by chance: a share of the requests, and the same ones in every run.
      if (
        Math.floor(entry.met * (fault.probability ?? 1)) ===
        Math.floor((entry.met - 1) * (fault.probability ?? 1))
      ) {
        continue;
      }
      entry.struck += 1;
      return fault.code;
    }
    return undefined;
  }
}
