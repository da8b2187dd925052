import { join } from "node:path";
import type { Environment } from "../environment";

/** Where the shared files are looked for. */
export interface SharedFilesPlace {
  readonly environment: Environment;
  /** The user's home folder. */
  readonly home: string;
}

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html */
export function configFile(place: SharedFilesPlace): string {
  return sharedFile(place, "AWS_CONFIG_FILE", "config");
}

export function credentialsFile(place: SharedFilesPlace): string {
  return sharedFile(place, "AWS_SHARED_CREDENTIALS_FILE", "credentials");
}

function sharedFile(place: SharedFilesPlace, variable: string, name: string): string {
  const named = place.environment[variable];
  return named === undefined ? join(place.home, ".aws", name) : expandPath(named, place);
}

/** Of any system. */
const longestPath = 32_767;

/**
 * `$NAME`, `${NAME}`, on Windows `%NAME%`, and a leading `~`, as botocore expands them by Python's `expandvars` and
 * `expanduser`. What is not set stays as it is written.
 */
export function expandPath(path: string, place: SharedFilesPlace, platform = process.platform): string {
  if (path.length > longestPath) {
    return path;
  }
  const expanded = path.replace(
    platform === "win32" ? windowsVariables : variables,
    (text, plain?: string, braced?: string, percent?: string) =>
      text === "%%" || text === "$$"
        ? text.slice(1)
        : (place.environment[plain ?? braced ?? (typeof percent === "string" ? percent : "")] ?? text),
  );
  return expanded === "~" || /^~[/\\]/.test(expanded) ? join(place.home, expanded.slice(1)) : expanded;
}

const variables = /\$(?:(\w+)|\{([^}]*)\})/g;

/** What stands in single quotes is left alone there, and `%%` and `$$` are the character once. */
const windowsVariables = /'[^']*'?|%%|\$\$|\$(?:([\w-]+)|\{([^}]*)\})|%([^%]+)%/g;
