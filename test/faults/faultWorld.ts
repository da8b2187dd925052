import type { AwsApi } from "../../src/aws/api";
import { inMemoryProfile } from "../../src/profiles/inMemoryProfiles";
import { followCaches } from "../../src/store/cacheFollower";
import { sleep } from "../../src/store/sleep";
import { CommandWorld } from "../support/commandWorld";
import type { Fault } from "./fault";
import { FaultyEndpoint } from "./faultyEndpoint";
import type { Operation } from "./operation";

/** Long enough for the slowest machine to answer what is to be answered. */
const patience = 60;

/** What was sent and came of it while a fault was there. */
export interface Struck<T> {
  readonly value: T;
  /** How often the operation was sent, as the endpoint has seen it. */
  readonly attempts: number;
  /** The lines of the log about the operation: how each request of it ended. */
  readonly lines: readonly LogLine[];
}

export interface LogLine {
  /** `200`, or the kind and the code of a failure. */
  readonly end: string;
  readonly attempts: number;
}

/** A sandbox behind an endpoint that can be faulty, and all that asks it. */
export class FaultWorld {
  readonly commands: CommandWorld;
  readonly #endpoint: FaultyEndpoint;
  readonly #url: string;
  readonly #caches: { dispose(): void };
  #seconds = patience;
  #renewals = 0;

  static async start(): Promise<FaultWorld> {
    const endpoint = new FaultyEndpoint();
    let url = "";
    const commands = await CommandWorld.start({}, async (behind) => {
      url = await endpoint.start(behind);
      return url;
    });
    return new FaultWorld(commands, endpoint, url);
  }

  private constructor(commands: CommandWorld, endpoint: FaultyEndpoint, url: string) {
    this.commands = commands;
    this.#endpoint = endpoint;
    this.#url = url;
    const seconds = () => this.#seconds;
    commands.settings = {
      ...commands.settings,
      get requestTimeout() {
        return seconds();
      },
    };
    this.#caches = followCaches(commands.services.state.caches, {
      sleep,
      settleTimeout: () => patience,
      now: Date.now,
    });
  }

  /**
   * Does something while the operation meets the fault. `blind`: after it nothing else may be asked. Where the time
   * of a call was over before it was sent at all, or `attempts` times, on a machine that is busy, it has more.
   */
  async under<T>(
    operation: Operation,
    fault: Fault,
    work: () => Promise<T>,
    { blind = false, attempts = 1 } = {},
  ): Promise<Struck<T>> {
    for (let factor = 1; ; factor *= 2) {
      const seconds = fault.seconds === undefined ? undefined : fault.seconds * factor;
      const struck = await this.#once(operation, fault, seconds, work, blind);
      const isTried = struck.attempts >= attempts || (struck.attempts > 0 && factor >= 8);
      if (seconds === undefined || isTried) {
        return struck;
      }
    }
  }

  async close(): Promise<void> {
    this.#caches.dispose();
    await this.commands.close();
    await this.#endpoint.close();
  }

  async #once<T>(
    operation: Operation,
    fault: Fault,
    seconds: number | undefined,
    work: () => Promise<T>,
    blind: boolean,
  ): Promise<Struck<T>> {
    const { log } = this.commands;
    const logged = log.length;
    if (fault.strike) {
      this.#endpoint.arm(operation, fault.strike(), { blind });
    }
    if (fault.elsewhere) {
      this.#point(await fault.elsewhere());
    }
    const restore = await this.#hasten(operation, seconds);
    try {
      const value = await work();
      return {
        value,
        attempts: this.#endpoint.attempts,
        lines: linesOf(log.slice(logged), operation),
      };
    } finally {
      restore();
      if (seconds !== undefined) {
        await this.#endpoint.caughtUp();
      }
      this.#endpoint.disarm();
      if (fault.elsewhere) {
        this.#point(this.#url);
      }
    }
  }

  /** Other clients from now on, which have not failed yet: the SDK gives one that failed often fewer retries. */
  renewClients(): void {
    this.#renewals += 1;
    this.#point(this.#url);
  }

  #point(url: string): void {
    const { sandbox, services } = this.commands;
    services.state.profiles.setInMemory(
      "sandbox",
      sandbox.profiles.map(({ name, accessKeyId, secretAccessKey }) =>
        inMemoryProfile(name, "sandbox", {
          region: sandbox.region,
          endpoint_url: url,
          aws_access_key_id: accessKeyId,
          aws_secret_access_key: secretAccessKey,
          // Nobody reads it; with another one the keys are others.
          role_session_name: String(this.#renewals),
        }),
      ),
    );
  }

  /** Gives the operation's calls so little time, and no others: a slow machine would fail good answers. */
  async #hasten(operation: Operation, seconds: number | undefined): Promise<() => void> {
    if (seconds === undefined) {
      return () => undefined;
    }
    const api = await this.commands.services.aws();
    const before = { ...api };
    this.#endpoint.onAttempt = () => {
      this.#seconds = operation.calls.length === 0 ? seconds : patience;
    };
    if (operation.calls.length === 0) {
      this.#seconds = seconds;
    }
    for (const call of operation.calls) {
      Object.assign(api, { [call]: this.#hastened(api, call, seconds) });
    }
    return () => {
      Object.assign(api, before);
      this.#endpoint.onAttempt = () => undefined;
      this.#seconds = patience;
    };
  }

  #hastened(api: AwsApi, call: keyof AwsApi, seconds: number) {
    const original: unknown = api[call];
    return (...given: readonly unknown[]): unknown => {
      this.#seconds = seconds;
      const answer: unknown =
        typeof original === "function" ? Reflect.apply(original, api, given) : undefined;
      // A call may be over before the endpoint has read it: the look that follows has its time all the same.
      const isOver = () => {
        this.#seconds = patience;
      };
      if (answer instanceof Promise) {
        answer.then(isOver, isOver);
      }
      return answer;
    };
  }
}

function linesOf(log: readonly string[], { action }: Operation): readonly LogLine[] {
  const line = new RegExp(`^\\w+ ${action} \\S+: (.*?), (\\d+) attempts?,`);
  return log.flatMap((each) => {
    const [, end, attempts] = line.exec(each) ?? [];
    return end === undefined ? [] : [{ end, attempts: Number(attempts) }];
  });
}
