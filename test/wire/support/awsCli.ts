import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Sandbox } from "../../../src/sandbox/index";

const run = promisify(execFile);

/**
 * Asks a sandbox by the AWS CLI, as somebody who knows nothing of the extension. `undefined` where no CLI is installed: a
 * Python program, which not every machine has.
 *
 * @param words the service, the operation, and its options
 */
export async function askByCli(
  { endpoint, region, profiles }: Pick<Sandbox, "endpoint" | "region" | "profiles">,
  profile: string,
  ...words: readonly string[]
): Promise<unknown> {
  const credentials = profiles.find(({ name }) => name === profile);
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: credentials?.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials?.secretAccessKey,
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_PAGER: "",
  };
  const place = ["--endpoint-url", endpoint, "--region", region, "--output", "json"];
  try {
    return JSON.parse((await run("aws", [...words, ...place], { env })).stdout);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}
