import { atOnce, inTurns, type Pieces } from "../../core/pieces";
import { withoutSecretLines } from "../furtherLines";
import type { Profile, ProfileProblem, ProfileSettings, Setting, SharedConfig } from "../profile";
import { textOf } from "../profile";
import { sortSections } from "./configSections";
import { configFile, credentialsFile, type SharedFilesPlace } from "./files";
import { hintsOf } from "./hints";
import { type IniProblem, parsingIni } from "./ini";
import { withSubsections } from "./nested";
import { problemsOf } from "./problems";
import { type NamedFile, readTextFile, type TextFile } from "./readTextFile";

/**
 * Reads the shared config and credentials files as botocore does (`session.full_config`), so that the profiles
 * are those of `aws configure list-profiles`, with the same settings. Never rejects and never hangs: what
 * cannot be read becomes a problem, and everything else is kept.
 */
export async function readSharedConfig(place: SharedFilesPlace): Promise<SharedConfig> {
  const paths = { config: configFile(place), credentials: credentialsFile(place) };
  const [config, credentials] = await Promise.all([
    readTextFile(paths.config),
    readTextFile(paths.credentials),
  ]);
  return inTurns(
    readingFiles({ path: paths.config, file: config }, { path: paths.credentials, file: credentials }),
  );
}

/** The same, of files that were read already. */
export function sharedConfigOf(config: NamedFile, credentials: NamedFile): SharedConfig {
  return atOnce(readingFiles(config, credentials));
}

function* readingFiles(config: NamedFile, credentials: NamedFile): Pieces<SharedConfig> {
  const inConfig = yield* sectionsOf(config.file);
  const inCredentials = yield* sectionsOf(credentials.file);
  const sorted = yield* sortSections(inConfig.sections);
  const hints = yield* hintsOf(config.path, sorted.unused, inConfig.lines);
  const problems: ProfileProblem[] = [
    ...problemsOf(config, inConfig.problems, [...sorted.profiles.keys()]),
    ...problemsOf(credentials, inCredentials.problems, [...inCredentials.sections.keys()]),
  ];
  for (const [name, settings] of inCredentials.sections) {
    yield;
    sorted.profiles.set(name, merged(sorted.profiles.get(name), settings));
  }
  const profiles = new Map<string, Profile>();
  for (const [name, settings] of sorted.profiles) {
    yield;
    profiles.set(name, profileOf(name, settings, inCredentials.sections.get(name)));
  }
  return {
    profiles,
    ssoSessions: sorted.ssoSessions,
    services: sorted.services,
    problems,
    ...(hints.length > 0 ? { hints } : {}),
    ...(config.file.state === "unreadable" ? { unreadConfig: config.path } : {}),
  };
}

function* sectionsOf(file: TextFile): Pieces<Sections> {
  const ini = yield* parsingIni(file.state === "read" ? file.text : "");
  const problems: IniProblem[] = [...ini.problems];
  const sections = new Map<string, ProfileSettings>();
  for (const [name, values] of ini.sections) {
    yield;
    sections.set(name, yield* withSubsections(values, problems));
  }
  return { sections, problems, lines: ini.lines };
}

interface Sections {
  readonly sections: ReadonlyMap<string, ProfileSettings>;
  readonly problems: readonly IniProblem[];
  readonly lines: ReadonlyMap<string, number>;
}

function merged(first: ProfileSettings | undefined, second: ProfileSettings): ProfileSettings {
  return first ? new Map<string, Setting>([...first, ...second]) : second;
}

function profileOf(
  name: string,
  settings: ProfileSettings,
  inCredentialsFile: ProfileSettings | undefined,
): Profile {
  const region = textOf(settings, "region");
  return {
    name,
    origin: "files",
    settings,
    ...(region ? { region: withoutSecretLines(region) } : {}),
    ...(inCredentialsFile ? { inCredentialsFile } : {}),
  };
}
