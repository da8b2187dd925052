import { done, failedResult } from "../core/commandResult";
import { textParam } from "../core/given/texts";
import { configFile, credentialsFile } from "../profiles/sharedConfig/files";
import { parseIni } from "../profiles/sharedConfig/ini";
import { readTextFile } from "../profiles/sharedConfig/readTextFile";
import type { Command } from "./command";

/** Opens the config file of the AWS CLI: at a line that is given, at a profile's section, or as it is. */
export const openConfigFile: Command = openFile("openConfigFile");

/** The same with the credentials file. */
export const openCredentialsFile: Command = openFile("openCredentialsFile");

function openFile(id: "openConfigFile" | "openCredentialsFile"): Command {
  return {
    id,
    async run(params, { place, ui }) {
      const [profile, given] = [textParam(params, "profile"), textParam(params, "path")];
      if (!profile.ok) {
        return failedResult(profile.failure);
      }
      const files = { openConfigFile: configFile(place), openCredentialsFile: credentialsFile(place) };
      // One of the two, whatever somebody else may name.
      const path = Object.values(files).find((each) => given.ok && each === given.value) ?? files[id];
      const file = await readTextFile(path);
      if (file.state !== "read") {
        const why = file.state === "missing" ? "does not exist" : `cannot be read. ${file.reason}`;
        return failedResult({ kind: "credentials", message: `${path} ${why}` });
      }
      const line = typeof params["line"] === "number" ? params["line"] : lineOf(profile.value, file.text);
      await ui.openFile(path, line);
      return done({ path, line });
    },
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
