import path from "node:path";
import { writeAwsFiles } from "../../scripts/awsFiles.mjs";
import { api, call } from "../host/rows";
import { type SpawnedSandbox, spawnSandbox } from "./spawnSandbox";
import { until } from "./waiting";

/** Starts a sandbox, gives this VS Code profiles that point at it, and waits until the tree has them. */
export async function startSandboxProcess(...args: readonly string[]): Promise<SpawnedSandbox> {
  const sandbox = await spawnSandbox(...args);
  writeAwsFiles(path.dirname(process.env["AWS_CONFIG_FILE"] ?? ""), sandbox.said);
  await call("refresh");
  const names = sandbox.said.profiles.map(({ name }) => name).join();
  await until(async () => (await (await api()).readTree()).map(({ label }) => label).join() === names);
  return sandbox;
}
