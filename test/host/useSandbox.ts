import path from "node:path";
import type { Sandbox, SandboxOptions } from "../../src/sandbox/index";
import { sandboxHook } from "../support/sandboxHook";
import { extension, rowAt, until } from "./rows";

/**
 * Gives the enclosing `describe` a sandbox, with the profiles of this VS Code pointing at it. It runs in the
 * extension host: its requests can be looked at, and it can be closed or made to fail, from the test.
 */
export function useSandbox(options?: SandboxOptions): () => Sandbox {
  const sandbox = sandboxHook(() => path.dirname(process.env["AWS_CONFIG_FILE"] ?? ""), options);
  before("let the extension see its profiles", async () => {
    // One that is not active yet reads the files when it becomes so.
    if (extension()?.isActive) {
      const [first] = sandbox().profiles;
      await until((rows) => rowAt(rows, first?.name ?? "") !== undefined, "the sandbox's profiles");
    }
  });
  return sandbox;
}
