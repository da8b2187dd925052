import type { WriteLog } from "../core/logLevel";
import { inMemoryProfile } from "../profiles/inMemoryProfiles";
import type { Profile } from "../profiles/profile";
import type { ProfileStore } from "./profileStore";

/** A profile that leads to a sandbox: whose account it is, and its keys, which open nothing else. */
interface SandboxProfile {
  readonly name: string;
  readonly accountId: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly classic: boolean;
}

/** A sandbox that runs. */
interface Sandbox extends SandboxFacts {
  close(): Promise<void>;
}

/** What a started sandbox tells: where it listens, and the profiles that lead to it. */
export interface SandboxFacts {
  readonly endpoint: string;
  readonly region: string;
  readonly profiles: readonly SandboxProfile[];
}

interface Running {
  readonly facts: SandboxFacts;
  close(): Promise<void>;
}

/** What a sandbox does to the window around it. */
interface Around {
  /** Drops what was read with profiles of these names: each sandbox begins anew. */
  readonly forget: (profiles: readonly string[]) => void;
  /** Hears whether it runs, whenever that has changed. */
  readonly runs: (now: boolean) => void;
  readonly log: WriteLog;
  /** Loads what starts one, at the first. */
  readonly load: () => Promise<{
    startSandbox(options: { onRequest(request: object): void }): Promise<Sandbox>;
  }>;
}

/**
 * The built-in sandbox inside this window. Its profiles are in memory only: no file is written. It is started and
 * stopped one after the other, however fast that is asked for: none is left that nobody could stop.
 */
export class EditorSandbox {
  readonly #profiles: ProfileStore;
  readonly #around: Around;
  #running: Running | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(profiles: ProfileStore, around: Around) {
    this.#profiles = profiles;
    this.#around = around;
  }

  /** The facts of the sandbox that runs, if one does. */
  facts(): Promise<SandboxFacts | undefined> {
    return this.#inTurn(async () => this.#running?.facts);
  }

  /** Starts it, unless it runs. */
  start(): Promise<{ readonly facts: SandboxFacts; readonly isNew: boolean }> {
    return this.#inTurn(async () => {
      const isNew = this.#running === undefined;
      this.#running ??= await this.#start();
      if (isNew) {
        this.#around.runs(true);
      }
      return { facts: this.#running.facts, isNew };
    });
  }

  /** Ends it and takes its profiles away. False if it did not run. */
  stop(): Promise<boolean> {
    return this.#inTurn(async () => {
      const running = this.#running;
      if (!running) {
        return false;
      }
      this.#running = undefined;
      await running.close();
      this.#around.runs(false);
      this.#replace([], running.facts.profiles);
      return true;
    });
  }

  /** After whatever was asked for before, be it that that went wrong. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #start(): Promise<Running> {
    const { startSandbox } = await this.#around.load();
    const sandbox = await startSandbox({
      onRequest: (request) => this.#around.log(`sandbox: ${JSON.stringify(request)}`, "trace"),
    });
    const { endpoint, region } = sandbox;
    const profiles = sandbox.profiles.map(({ name, accessKeyId, secretAccessKey }) =>
      inMemoryProfile(name, "sandbox", {
        region,
        endpoint_url: endpoint,
        aws_access_key_id: accessKeyId,
        aws_secret_access_key: secretAccessKey,
      }),
    );
    try {
      this.#replace(profiles, sandbox.profiles);
    } catch (error) {
      await sandbox.close();
      throw error;
    }
    return {
      facts: { endpoint, region, profiles: sandbox.profiles },
      close: () => sandbox.close(),
    };
  }

  /** Puts profiles into the tree, or takes them away. A profile of the files may have the same name. */
  #replace(profiles: readonly Profile[], concerned: readonly SandboxProfile[]): void {
    this.#around.forget(concerned.map(({ name }) => name));
    this.#profiles.setInMemory("sandbox", profiles);
  }
}
