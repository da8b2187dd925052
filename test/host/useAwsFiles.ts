import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { awsFiles } from "../../scripts/awsFiles.mjs";

export interface AwsFiles {
  /** Where they are, and what else a test wants beside them. */
  readonly folder: string;
  write(config: string, credentials?: string): void;
}

/** The AWS files of this VS Code, for a `describe` that writes its own. They are put back after it. */
export function useAwsFiles(): AwsFiles {
  const folder = path.dirname(process.env["AWS_CONFIG_FILE"] ?? "");
  const { config, credentials } = awsFiles(folder);
  const kept = new Map<string, Buffer | undefined>();
  before("keep the AWS files", () => {
    mkdirSync(folder, { recursive: true });
    for (const file of [config, credentials]) {
      kept.set(file, contentOf(file));
    }
  });
  after("put the AWS files back", () => {
    for (const [file, content] of kept) {
      if (content) {
        writeFileSync(file, content);
      } else {
        rmSync(file, { force: true });
      }
    }
  });
  return {
    folder,
    write: (newConfig, newCredentials = "") => {
      writeFileSync(config, newConfig);
      writeFileSync(credentials, newCredentials);
    },
  };
}

function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
