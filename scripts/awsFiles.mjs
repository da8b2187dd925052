import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * @typedef {object} Endpoint What the sandbox says of itself.
 * @property {string} endpoint
 * @property {string} region
 * @property {readonly { name: string, accessKeyId: string, secretAccessKey: string }[]} profiles
 */

/**
 * The two files of an AWS configuration, in a folder of their own.
 *
 * @param {string} folder
 */
export function awsFiles(folder) {
  return { config: path.join(folder, "config"), credentials: path.join(folder, "credentials") };
}

/**
 * Writes an AWS configuration with a profile for each account of the sandbox.
 *
 * @param {string} folder
 * @param {Endpoint} sandbox
 */
export function writeAwsFiles(folder, sandbox) {
  const files = awsFiles(folder);
  const config = sandbox.profiles.map(
    ({ name }) => `[profile ${name}]\nregion = ${sandbox.region}\nendpoint_url = ${sandbox.endpoint}\n`,
  );
  const credentials = sandbox.profiles.map(
    ({ name, accessKeyId, secretAccessKey }) =>
      `[${name}]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(files.config, config.join("\n"));
  writeFileSync(files.credentials, credentials.join("\n"), { mode: 0o600 });
}

/**
 * The environment in which only these files count. What AWS_PROFILE, AWS_REGION and their like say on this
 * machine is taken away (a value of undefined takes a variable out).
 *
 * @param {string} folder
 * @returns {Record<string, string | undefined>}
 */
export function awsEnvironment(folder) {
  const names = Object.keys(process.env).filter((name) => name.startsWith("AWS_"));
  const files = awsFiles(folder);
  return {
    ...Object.fromEntries(names.map((name) => [name, undefined])),
    AWS_CONFIG_FILE: files.config,
    AWS_SHARED_CREDENTIALS_FILE: files.credentials,
    // The SDK asks a metadata service where nothing else has credentials.
    AWS_EC2_METADATA_DISABLED: "true",
  };
}
