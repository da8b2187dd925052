import { writeAwsFiles } from "../../scripts/awsFiles.mjs";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/index";

/**
 * Gives the enclosing `describe` a sandbox of its own, fresh, and an AWS configuration in `folder` that points at
 * it. Always at the same port: to those who look at the files, nothing changes between one `describe` and the next.
 *
 * @returns the sandbox, for use in tests and hooks
 */
export function sandboxHook(folder: () => string, options: SandboxOptions = {}): () => Sandbox {
  let sandbox: Sandbox | undefined;
  before("start the sandbox", async () => {
    sandbox = await startSandbox({ ...options, port });
    port = Number(new URL(sandbox.endpoint).port);
    writeAwsFiles(folder(), sandbox);
  });
  after("stop the sandbox", () => sandbox?.close());
  return () => {
    if (sandbox === undefined) {
      throw new Error("The sandbox runs in tests and hooks only");
    }
    return sandbox;
  };
}

/** The first sandbox takes a free one. */
let port = 0;
