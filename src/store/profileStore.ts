import { withProfiles } from "../profiles/inMemoryProfiles";
import type { Profile, ProfileHint, ProfileProblem, SharedConfig } from "../profiles/profile";
import { Emitter } from "./emitter";

const none: SharedConfig = { profiles: new Map(), ssoSessions: new Map(), services: new Map(), problems: [] };

/** The profiles: the files', and those that exist in memory only. Reading them sends nothing. */
export class ProfileStore {
  readonly changed = new Emitter<void>();
  readonly #readFiles: () => Promise<SharedConfig>;
  readonly #added = new Map<string, readonly Profile[]>();
  #reading: Promise<SharedConfig> | undefined;
  #files: SharedConfig | undefined;
  /** The two together, until one of them changes: every call to AWS asks for it. */
  #joined: SharedConfig | undefined;

  constructor(readFiles: () => Promise<SharedConfig>) {
    this.#readFiles = readFiles;
  }

  /** The configuration as last read; the first call reads it. */
  async config(): Promise<SharedConfig> {
    if (!this.#files) {
      await this.read();
    }
    return this.#current();
  }

  /**
   * Reads the files again. A reading under way is not shared: the files may have changed since it began. One
   * that another overtakes waits for it, which knows more.
   */
  async read(): Promise<SharedConfig> {
    const reading = this.#readFiles();
    this.#reading = reading;
    const files = await reading;
    if (this.#reading === reading) {
      this.#files = files;
      this.#joined = undefined;
      this.changed.emit();
    } else {
      await this.#reading;
    }
    return this.#current();
  }

  /** Every profile, as last read. */
  all(): readonly Profile[] {
    return [...this.#current().profiles.values()];
  }

  get(name: string): Profile | undefined {
    return this.#current().profiles.get(name);
  }

  problems(): readonly ProfileProblem[] {
    return this.#current().problems;
  }

  hints(): readonly ProfileHint[] {
    return this.#current().hints ?? [];
  }

  /** Adds profiles that no file holds, in place of those that `source` gave before. */
  setInMemory(source: string, profiles: readonly Profile[]): void {
    this.#added.set(source, profiles);
    this.#joined = undefined;
    this.changed.emit();
  }

  #current(): SharedConfig {
    this.#joined ??= withProfiles(this.#files ?? none, [...this.#added.values()].flat());
    return this.#joined;
  }
}
