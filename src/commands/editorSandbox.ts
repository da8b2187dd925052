import { loadSandbox } from "../bundles";
import { inMemoryProfile } from "../profiles/inMemoryProfiles";
import type { Profile } from "../profiles/profile";
import type { SandboxProfile } from "../sandbox/index";
import type { ProfileStore } from "../store/profileStore";

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

/** The built-in sandbox inside this window. Its profiles are in memory only: no file is written. */
export class EditorSandbox {
  readonly #profiles: ProfileStore;
  readonly #forget: (profiles: readonly string[]) => void;
  readonly #log: (line: string) => void;
  #running: Promise<Running> | undefined;

  /** `forget` drops what was read with profiles of these names: each sandbox begins anew. */
  constructor(
    profiles: ProfileStore,
    forget: (profiles: readonly string[]) => void,
    log: (line: string) => void,
  ) {
    this.#profiles = profiles;
    this.#forget = forget;
    this.#log = log;
  }

  /** The facts of the sandbox that runs, if one does. */
  async facts(): Promise<SandboxFacts | undefined> {
    return (await this.#running)?.facts;
  }

  /** Starts it, unless it runs. */
  async start(): Promise<SandboxFacts> {
    this.#running ??= this.#start().catch((error: unknown) => {
      this.#running = undefined;
      throw error;
    });
    return (await this.#running).facts;
  }

  /** Ends it and takes its profiles away. False if it did not run. */
  async stop(): Promise<boolean> {
    const running = await this.#running;
    this.#running = undefined;
    this.#replace([], running?.facts.profiles ?? []);
    await running?.close();
    return running !== undefined;
  }

  async #start(): Promise<Running> {
    const { startSandbox } = await loadSandbox();
    const sandbox = await startSandbox({
      onRequest: (request) => this.#log(`sandbox: ${JSON.stringify(request)}`),
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
    this.#replace(profiles, sandbox.profiles);
    return {
      facts: { endpoint, region, profiles: sandbox.profiles },
      close: () => sandbox.close(),
    };
  }

  /** Puts profiles into the tree, or takes them away. A profile of the files may have the same name. */
  #replace(profiles: readonly Profile[], concerned: readonly SandboxProfile[]): void {
    this.#forget(concerned.map(({ name }) => name));
    this.#profiles.setInMemory("sandbox", profiles);
  }
}
