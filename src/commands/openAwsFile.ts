import { done, failedResult } from "../core/commandResult";
import { textParam } from "../core/given/texts";
import { configFile, credentialsFile } from "../profiles/sharedConfig/files";
import { parseIni } from "../profiles/sharedConfig/ini";
import { readTextFile } from "../profiles/sharedConfig/readTextFile";
import type { Command } from "./command";
import { withRead } from "./heads";

/** Opens the config file of the AWS CLI: at a line that is given, at a profile's section, or as it is. */
export const openConfigFile: Command = openFile("openConfigFile");

/** The same with the credentials file. */
export const openCredentialsFile: Command = openFile("openCredentialsFile");

function openFile(id: "openConfigFile" | "openCredentialsFile"): Command {
  return {
    id,
    run: (params, { place, ui }) =>
      withRead(textParam(params, "profile"), async (profile) => {
        const files = { openConfigFile: configFile(place), openCredentialsFile: credentialsFile(place) };
        // One of the two, whatever somebody else may name.
        const path = Object.values(files).find((each) => each === params["path"]) ?? files[id];
        const file = await readTextFile(path);
        if (file.state !== "read") {
          const why = file.state === "missing" ? "does not exist" : `cannot be read. ${file.reason}`;
          return failedResult({ kind: "credentials", message: `${path} ${why}` });
        }
        const line = typeof params["line"] === "number" ? params["line"] : lineOf(profile, file.text);
        await ui.openFile(path, line);
        return done({ path, line });
      }),
  };
}

/** The line that a profile's section begins on: `[profile NAME]` in the config file, `[NAME]` in the other. */
function lineOf(profile: string | undefined, text: string): number | undefined {
  for (const [header, line] of parseIni(text).lines) {
    const name = header.replace(/^profile\s+/, "").replace(/^(["'])(.*)\1$/, "$2");
    if (name === profile) {
      return line;
    }
  }
  return undefined;
}
