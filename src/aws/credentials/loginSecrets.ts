import { createHash } from "node:crypto";
import { join } from "node:path";
import { readTextFile } from "../../profiles/sharedConfig/readTextFile";
import type { AwsHost } from "../host";

/**
 * What `aws login` has saved and the SDK sends to renew it: read here too, so that it is known for a secret before
 * anybody can repeat it.
 */
export async function loginSecrets(
  session: string,
  { home, environment }: Pick<AwsHost, "home" | "environment">,
): Promise<readonly string[]> {
  const folder = environment["AWS_LOGIN_CACHE_DIRECTORY"] ?? join(home, ".aws", "login", "cache");
  const name = createHash("sha256").update(session, "utf8").digest("hex");
  const file = await readTextFile(join(folder, `${name}.json`));
  return file.state === "read" ? secretsIn(file.text) : [];
}

const secretFields: ReadonlySet<string> = new Set([
  "secretAccessKey",
  "sessionToken",
  "refreshToken",
  "idToken",
  "dpopKey",
]);

function secretsIn(json: string): readonly string[] {
  const found: string[] = [];
  try {
    JSON.parse(json, (name: string, value: unknown) => {
      if (secretFields.has(name) && typeof value === "string") {
        found.push(value);
      }
      return value;
    });
  } catch {
    // The SDK says that it cannot be read.
  }
  return found;
}
