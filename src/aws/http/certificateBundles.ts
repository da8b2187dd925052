import { type Profile, textOf } from "../../profiles/profile";
import { expandPath } from "../../profiles/sharedConfig/files";
import { readTextFile } from "../../profiles/sharedConfig/readTextFile";
import { FailureError } from "../failures/failureError";
import type { AwsHost } from "../host";

/** How long what was read counts, in milliseconds: a company's bundle is 200 KB, and each call asks for it. */
const countsFor = 5_000;

interface Kept {
  readonly at: number;
  readonly text: Promise<string>;
}

/**
 * The certificates to trust instead of Node's and the system's: `AWS_CA_BUNDLE`, else the profile's `ca_bundle`. A file
 * that was replaced counts some seconds later; one that could not be read is looked for at the next call.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-gen-config.html
 */
export class CertificateBundles {
  readonly #host: Pick<AwsHost, "environment" | "home">;
  readonly #now: () => number;
  readonly #byPath = new Map<string, Kept>();

  constructor(host: Pick<AwsHost, "environment" | "home">, now = () => performance.now()) {
    this.#host = host;
    this.#now = now;
  }

  /** The text of a profile's bundle, where there is one. Throws where it cannot be read. */
  async of(profile: Profile): Promise<string | undefined> {
    const named =
      profile.origin === "sandbox"
        ? undefined
        : this.#host.environment["AWS_CA_BUNDLE"] || textOf(profile.settings, "ca_bundle");
    if (!named) {
      return undefined;
    }
    const path = expandPath(named, this.#host);
    let kept = this.#byPath.get(path);
    if (!kept || this.#now() - kept.at >= countsFor) {
      kept = { at: this.#now(), text: textAt(path) };
      this.#byPath.set(path, kept);
    }
    try {
      return await kept.text;
    } catch (error) {
      this.#byPath.delete(path);
      throw error instanceof NoBundle ? missing(profile) : error;
    }
  }
}

class NoBundle extends Error {}

async function textAt(path: string): Promise<string> {
  const file = await readTextFile(path);
  if (file.state !== "read" || !file.text.includes("-----BEGIN")) {
    throw new NoBundle();
  }
  return file.text;
}

function missing({ name }: Profile): FailureError {
  return new FailureError({
    kind: "network",
    code: "CA_BUNDLE",
    message: `The certificate bundle that profile ${name} is to trust (AWS_CA_BUNDLE or ca_bundle) is missing or holds no certificate. Nothing was sent.`,
  });
}
