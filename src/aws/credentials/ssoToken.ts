import { createHash } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readTextFile } from "../../profiles/sharedConfig/readTextFile";
import type { SsoSettings } from "./ssoSettings";

/** What `aws sso login` leaves behind, as far as it is used here. The rest is kept as it is. */
export interface SsoToken {
  readonly accessToken: string;
  readonly expiresAt: Date;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly refreshToken?: string;
  readonly registrationExpiresAt?: Date;
  readonly all: Readonly<Record<string, unknown>>;
}

/** Where the sign-in of a session is kept; of the older form, that of a start URL. */
export function ssoTokenFile(home: string, { session, startUrl }: SsoSettings): string {
  const name = createHash("sha1")
    .update(session ?? startUrl, "utf8")
    .digest("hex");
  return join(home, ".aws", "sso", "cache", `${name}.json`);
}

/** The saved sign-in: `missing` where nobody signed in, `broken` where the file is not one. */
export async function readSsoToken(path: string): Promise<SsoToken | "missing" | "broken"> {
  const file = await readTextFile(path);
  if (file.state !== "read") {
    return file.state === "missing" ? "missing" : "broken";
  }
  const all = parsed(file.text);
  const text = (key: string): string | undefined => {
    const value = all?.[key];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const [accessToken, expiresAt] = [text("accessToken"), dateOf(text("expiresAt"))];
  // It goes into a header.
  if (!all || !accessToken || !/^[\x21-\x7e]+$/.test(accessToken) || !expiresAt) {
    return "broken";
  }
  const [clientId, clientSecret, refreshToken] = [
    text("clientId"),
    text("clientSecret"),
    text("refreshToken"),
  ];
  const registrationExpiresAt = dateOf(text("registrationExpiresAt"));
  return {
    accessToken,
    expiresAt,
    all,
    ...(clientId ? { clientId } : {}),
    ...(clientSecret ? { clientSecret } : {}),
    ...(refreshToken ? { refreshToken } : {}),
    ...(registrationExpiresAt ? { registrationExpiresAt } : {}),
  };
}

/** Saves a renewed sign-in for the AWS CLI and the other SDKs too: the old refresh token is spent. */
export async function saveSsoToken(path: string, token: Readonly<Record<string, unknown>>): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, JSON.stringify(token, null, 2), { mode: 0o600 });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

// Older CLIs wrote "2026-11-22T10:00:00UTC".
function dateOf(text: string | undefined): Date | undefined {
  const date = text === undefined ? undefined : new Date(text.replace(/UTC$/, "Z"));
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
}
