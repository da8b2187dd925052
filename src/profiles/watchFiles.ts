import { type FSWatcher, watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { configFile, credentialsFile, type SharedFilesPlace } from "./sharedConfig/files";

/** What is watched: single files, and folders with the files in them. None of them need exist yet. */
export interface WatchedPaths {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** The shared files, and the folders where `aws sso login` and `aws login` leave what they were given. */
export function sharedPaths(place: SharedFilesPlace): WatchedPaths {
  const login = place.environment["AWS_LOGIN_CACHE_DIRECTORY"] || join(place.home, ".aws", "login", "cache");
  return {
    files: [configFile(place), credentialsFile(place)],
    folders: [join(place.home, ".aws", "sso", "cache"), login],
  };
}

export interface WatchTimes {
  /** Milliseconds of quiet before a change is told: editors write a file in several steps. */
  readonly quiet: number;
  /** Milliseconds between looks at what no event tells of: folders to come, links' targets, network drives. */
  readonly look: number;
}

/**
 * Calls back with the paths of which something has changed, appeared or gone, by whatever means: written in
 * place, replaced by a rename, deleted and written anew. The system's events make it prompt; that it misses
 * nothing rests on looking now and then. Keeps no process alive.
 */
export function watchFiles(
  paths: WatchedPaths,
  changed: (paths: readonly string[]) => void,
  times: WatchTimes = { quiet: 150, look: 5_000 },
): { dispose(): void } {
  const watching = new Watching(paths, changed, times);
  return { dispose: () => watching.dispose() };
}

class Watching {
  readonly #paths: WatchedPaths;
  readonly #changed: (paths: readonly string[]) => void;
  readonly #times: WatchTimes;
  readonly #watchers = new Map<string, { readonly inode: string; readonly watcher: FSWatcher }>();
  readonly #timer: NodeJS.Timeout;
  #seen: Promise<ReadonlyMap<string, string>>;
  #quiet: NodeJS.Timeout | undefined;
  #disposed = false;

  constructor(paths: WatchedPaths, changed: (paths: readonly string[]) => void, times: WatchTimes) {
    this.#paths = paths;
    this.#changed = changed;
    this.#times = times;
    this.#seen = this.#signatures();
    void this.#watchFolders();
    this.#timer = setInterval(() => void this.#look(), times.look);
    this.#timer.unref();
  }

  dispose(): void {
    this.#disposed = true;
    clearInterval(this.#timer);
    clearTimeout(this.#quiet);
    for (const { watcher } of this.#watchers.values()) {
      watcher.close();
    }
    this.#watchers.clear();
  }

  #soon(): void {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => void this.#look(), this.#times.quiet);
    this.#quiet.unref();
  }

  async #look(): Promise<void> {
    await this.#watchFolders();
    const before = this.#seen;
    const now = this.#signatures();
    this.#seen = now;
    const [old, current] = await Promise.all([before, now]);
    const differing = [...current].filter(([path, signature]) => old.get(path) !== signature);
    if (differing.length > 0 && !this.#disposed) {
      this.#changed(differing.map(([path]) => path));
    }
  }

  /** A file is watched through its folder: a watch on the file itself ends when the file is replaced. */
  async #watchFolders(): Promise<void> {
    const folders = new Set([...this.#paths.files.map(dirname), ...this.#paths.folders]);
    for (const folder of folders) {
      const inode = await inodeOf(folder);
      const known = this.#watchers.get(folder);
      if (known?.inode === inode || this.#disposed) {
        continue;
      }
      known?.watcher.close();
      this.#watchers.delete(folder);
      if (inode !== undefined) {
        this.#watch(folder, inode);
      }
    }
  }

  #watch(folder: string, inode: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, () => this.#soon());
      // Too many watches, or a folder that goes: looking now and then has to do.
      watcher.on("error", () => watcher.close());
      this.#watchers.set(folder, { inode, watcher });
      // Something may have come between the look and the watch.
      this.#soon();
    } catch {
      // As above.
    }
  }

  async #signatures(): Promise<ReadonlyMap<string, string>> {
    const { files, folders } = this.#paths;
    const signatures = await Promise.all([...files.map(fileSignature), ...folders.map(folderSignature)]);
    return new Map([...files, ...folders].map((path, index) => [path, signatures[index] ?? ""]));
  }
}

async function inodeOf(folder: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(folder);
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}

async function fileSignature(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeMs, ctimeMs } = await stat(path);
    return [dev, ino, size, mtimeMs, ctimeMs].join(":");
  } catch {
    return "missing";
  }
}

async function folderSignature(folder: string): Promise<string> {
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
    const signatures = await Promise.all(names.map((name) => fileSignature(join(folder, name))));
    return names.map((name, index) => `${name}=${signatures[index]}`).join("\n");
  } catch {
    return "missing";
  }
}
