import { credentialKind } from "../../profiles/credentialKind";
import { fingerprint } from "../../profiles/fingerprint";
import type { Profile, SharedConfig } from "../../profiles/profile";
import { credentialsError } from "../failures/failureError";
import { areFresh, type Credentials } from "./credentials";
import { SharedTask } from "./sharedTask";
import type { Waiter } from "./waiter";

/** What is asked for: a profile's credentials, for itself or as the source of another profile's role. */
export interface CredentialRequest {
  readonly profile: string;
  readonly config: SharedConfig;
  readonly use: "own" | "source";
}

/** Gets the credentials of a profile from where its settings say. Called by the store alone. */
export type Resolve = (
  profile: Profile,
  request: CredentialRequest,
  wait: SharedTask<Credentials>,
) => Promise<Credentials>;

interface Entry {
  readonly fingerprint: string;
  credentials?: Credentials;
  resolving?: SharedTask<Credentials>;
}

/**
 * The credentials of each profile, resolved once and shared by its regions and by the roles that are assumed
 * from it, until they expire or a setting changes that they rest on. Failures are not kept.
 */
export class CredentialStore {
  readonly #entries = new Map<string, Entry>();
  /** A configuration that was read is never changed: what it comes to is worked out once for each profile. */
  readonly #fingerprints = new WeakMap<SharedConfig, Map<Profile, string>>();
  readonly #resolve: Resolve;
  readonly #now: () => number;
  readonly #onOthers: (profile: string) => void;
  /** By profile: whose keys its requests were signed with last. */
  readonly #keyIds = new Map<string, string>();

  /** `onOthers`: a profile's own requests are signed with other keys from now on, perhaps another account's. */
  constructor(resolve: Resolve, now: () => number, onOthers: (profile: string) => void) {
    this.#resolve = resolve;
    this.#now = now;
    this.#onOthers = onOthers;
  }

  async get(request: CredentialRequest, waiter: Waiter): Promise<Credentials> {
    const credentials = await this.#credentials(request, waiter);
    if (request.use === "own") {
      this.#learn(request.profile, credentials);
    }
    return credentials;
  }

  async #credentials(request: CredentialRequest, waiter: Waiter): Promise<Credentials> {
    const profile = request.config.profiles.get(request.profile);
    if (!profile) {
      throw credentialsError(`There is no profile ${request.profile} in the AWS configuration`);
    }
    const entry = this.#entry(profile, request);
    if (entry.credentials && areFresh(entry.credentials, this.#now())) {
      return entry.credentials;
    }
    entry.resolving ??= this.#start(entry, profile, request);
    const { resolving } = entry;
    if (waiter instanceof SharedTask) {
      waiter.holdup = () => resolving.holdup?.();
    }
    return resolving.join(waiter);
  }

  /** Resolves anew at the next request, if these are still the ones in use. */
  expire(profile: string, credentials: Credentials): void {
    for (const [key, entry] of this.#entries) {
      if (nameOf(key) === profile && entry.credentials === credentials) {
        this.#entries.delete(key);
      }
    }
  }

  #entry(profile: Profile, { config, use }: CredentialRequest): Entry {
    // For most profiles the two uses are the same thing, and shared.
    const same = credentialKind(profile, use).kind === credentialKind(profile, "own").kind;
    const key = `${same ? "own" : use}\n${profile.name}`;
    const current = this.#fingerprint(profile, config);
    let entry = this.#entries.get(key);
    if (entry?.fingerprint !== current) {
      entry = { fingerprint: current };
      this.#entries.set(key, entry);
    }
    return entry;
  }

  #fingerprint(profile: Profile, config: SharedConfig): string {
    const known = this.#fingerprints.get(config) ?? new Map<Profile, string>();
    this.#fingerprints.set(config, known);
    const current = known.get(profile) ?? fingerprint(profile, config);
    known.set(profile, current);
    return current;
  }

  #learn(profile: string, { accessKeyId }: Credentials): void {
    const before = this.#keyIds.get(profile);
    this.#keyIds.set(profile, accessKeyId);
    if (before !== undefined && before !== accessKeyId) {
      this.#onOthers(profile);
    }
  }

  #start(entry: Entry, profile: Profile, request: CredentialRequest): SharedTask<Credentials> {
    const wait: SharedTask<Credentials> = new SharedTask(async (self) => {
      // Not before the entry knows that it is being resolved.
      await Promise.resolve();
      try {
        const credentials = await this.#resolve(profile, request, self);
        entry.credentials = credentials;
        return credentials;
      } finally {
        settle();
      }
    });
    const settle = (): void => {
      if (entry.resolving === wait) {
        delete entry.resolving;
      }
    };
    wait.signal.addEventListener("abort", settle);
    return wait;
  }
}

function nameOf(key: string): string {
  return key.slice(key.indexOf("\n") + 1);
}
