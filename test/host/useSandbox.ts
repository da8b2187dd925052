import path from "node:path";
import type { Sandbox, SandboxOptions } from "../../src/sandbox/index";
import { sandboxHook } from "../support/sandboxHook";

/**
 * Gives the enclosing `describe` a sandbox, with the profiles of this VS Code pointing at it. It runs in the
 * extension host: its requests can be looked at, and it can be closed or made to fail, from the test.
 */
export function useSandbox(options?: SandboxOptions): () => Sandbox {
  return sandboxHook(() => path.dirname(process.env["AWS_CONFIG_FILE"] ?? ""), options);
}
