import { type Profile, textOf } from "../../profiles/profile";
import { expandPath } from "../../profiles/sharedConfig/files";
import { readTextFile } from "../../profiles/sharedConfig/readTextFile";
import { FailureError } from "../failures/failureError";
import type { AwsHost } from "../host";
import { CheckedHandler } from "./checkedHandler";
import { Route } from "./route";

/** The request handlers of one way out, for services that answer in XML and in JSON. */
export interface HandlerPair {
  readonly xml: CheckedHandler;
  readonly json: CheckedHandler;
}

interface Kept extends HandlerPair {
  readonly route: Route;
}

/**
 * The request handlers that all clients share, with their connections kept alive: one pair for each certificate
 * bundle, made anew when VS Code's proxy settings change.
 */
export class Handlers {
  readonly #host: AwsHost;
  readonly #kept = new Map<string, Kept>();
  #network = "";

  constructor(host: AwsHost) {
    this.#host = host;
  }

  /** The handlers for a profile's requests. Throws where its certificate bundle cannot be read. */
  async of(profile: Profile): Promise<HandlerPair> {
    const network = this.#host.network?.();
    const current = JSON.stringify(network) ?? "";
    if (current !== this.#network) {
      this.destroy();
      this.#network = current;
    }
    const bundle = await certificateBundle(profile, this.#host);
    let kept = this.#kept.get(bundle ?? "");
    if (!kept) {
      const route = new Route(this.#host.environment, network, bundle);
      kept = { route, xml: new CheckedHandler(route, "xml"), json: new CheckedHandler(route, "json") };
      this.#kept.set(bundle ?? "", kept);
    }
    return kept;
  }

  /** Ends the connections that are idle, and forgets the handlers. */
  destroy(): void {
    for (const { route } of this.#kept.values()) {
      route.destroy();
    }
    this.#kept.clear();
  }
}

/**
 * The certificates to trust instead of Node's and the system's: `AWS_CA_BUNDLE`, else the profile's `ca_bundle`.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-gen-config.html
 */
async function certificateBundle(profile: Profile, host: AwsHost): Promise<string | undefined> {
  const named =
    profile.origin === "sandbox"
      ? undefined
      : host.environment["AWS_CA_BUNDLE"] || textOf(profile.settings, "ca_bundle");
  if (!named) {
    return undefined;
  }
  const path = expandPath(named, host);
  const file = await readTextFile(path);
  if (file.state !== "read" || !file.text.includes("-----BEGIN")) {
    throw new FailureError({
      kind: "network",
      code: "CA_BUNDLE",
      message: `The certificate bundle that profile ${profile.name} is to trust (AWS_CA_BUNDLE or ca_bundle) is missing or holds no certificate. Nothing was sent.`,
    });
  }
  return file.text;
}
