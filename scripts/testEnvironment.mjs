import path from "node:path";
import { awsEnvironment } from "./awsFiles.mjs";
import { out } from "./paths.mjs";

/** What every test is run in, whatever it is run for. @returns {NodeJS.ProcessEnv} */
export function testEnvironment() {
  return {
    ...process.env,
    // This machine's AWS configuration is none of the tests' business.
    ...awsEnvironment(path.join(out, "no-aws-files")),
    // The SDK's farewell to the Node that may run these tests. VS Code's extension host has a newer one.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  };
}
