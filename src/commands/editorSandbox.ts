import { inMemoryProfile } from "../aws/inMemoryProfiles";
import { loadSandbox } from "../bundles";
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
  readonly #log: (line: string) => void;
  #running: Promise<Running> | undefined;

  constructor(profiles: ProfileStore, log: (line: string) => void) {
    this.#profiles = profiles;
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
    this.#profiles.setInMemory("sandbox", []);
    await running?.close();
    return running !== undefined;
  }

  async #start(): Promise<Running> {
    const { startSandbox } = await loadSandbox();
    const sandbox = await startSandbox({
      onRequest: (request) => this.#log(`sandbox: ${JSON.stringify(request)}`),
    });
    const { endpoint, region } = sandbox;
    this.#profiles.setInMemory(
      "sandbox",
      sandbox.profiles.map(({ name, accessKeyId, secretAccessKey }) =>
        inMemoryProfile(name, "sandbox", {
          region,
          endpoint_url: endpoint,
          aws_access_key_id: accessKeyId,
          aws_secret_access_key: secretAccessKey,
        }),
      ),
    );
    return {
      facts: { endpoint, region, profiles: sandbox.profiles },
      close: () => sandbox.close(),
    };
  }
}
