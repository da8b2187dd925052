import type { Failure } from "./failures";

/** What a failure's message offers to do about it. */
export type Offer =
  | { readonly kind: "runInTerminal"; readonly label: string; readonly commandLine: string }
  | { readonly kind: "openPage"; readonly label: string; readonly url: string }
  | { readonly kind: "copy"; readonly label: string; readonly text: string }
  | { readonly kind: "retry"; readonly label: string }
  | { readonly kind: "showCaches"; readonly label: string }
  | { readonly kind: "refresh"; readonly label: string }
  | { readonly kind: "hideRegion"; readonly label: string }
  | { readonly kind: "openFile"; readonly label: string }
  | { readonly kind: "showLog"; readonly label: string };

/** What can be done where a failure is shown. */
export interface Means {
  /** The caller can do the same again. */
  readonly canRetry?: boolean;
  /** It is known where it happened. */
  readonly hasTarget?: boolean;
  /** The AWS file that it is mended in, and the line that is wrong, where that is known. */
  readonly file?: { readonly awsFile: "configFile" | "credentialsFile"; readonly line?: number };
  /** The AWS CLI of this machine lacks the command of the remedy. */
  readonly cliLacksRemedy?: boolean;
}

const quotas = "https://docs.aws.amazon.com/servicequotas/latest/userguide/request-quota-increase.html";
const installCli = "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html";

/** The offers for a failure, the most useful first. */
export function offersFor(failure: Failure, means: Means = {}): readonly Offer[] {
  const offers: Offer[] = [];
  if (failure.kind === "classicRetired" && means.hasTarget) {
    offers.push({ kind: "showCaches", label: "Show Caches" });
  }
  if (failure.remedy !== undefined && means.cliLacksRemedy) {
    offers.push({ kind: "openPage", label: "Install AWS CLI", url: installCli });
    offers.push({ kind: "copy", label: "Copy Command", text: failure.remedy });
  } else if (failure.remedy !== undefined) {
    const label = `Run ${failure.remedy
      .split(" ", 3)
      .filter((word) => !word.startsWith("-"))
      .join(" ")}`;
    offers.push({ kind: "runInTerminal", label, commandLine: failure.remedy });
  }
  if (means.file !== undefined) {
    const { awsFile, line } = means.file;
    const name = awsFile === "configFile" ? "Config File" : "Credentials File";
    offers.push({ kind: "openFile", label: `Open ${name}${line === undefined ? "" : ` at Line ${line}`}` });
  }
  if (failure.action !== undefined && isOneAction(failure.action)) {
    offers.push({ kind: "copy", label: "Copy Policy Statement", text: policyStatement(failure.action) });
  }
  if (means.canRetry && isPassing(failure)) {
    offers.push({ kind: "retry", label: "Retry" });
  }
  if (means.hasTarget && isOutdated(failure)) {
    offers.push({ kind: "refresh", label: "Refresh" });
  }
  if (means.hasTarget && failure.kind === "regionDisabled") {
    offers.push({ kind: "hideRegion", label: "Hide This Region" });
  }
  if (failure.kind === "quota") {
    offers.push({ kind: "openPage", label: "How to Raise a Quota", url: quotas });
  }
  if (failure.kind === "unexpected" || failure.kind === "protocol") {
    offers.push({ kind: "showLog", label: "Show Log" });
  }
  return offers;
}

/** Whether what is shown may not be so any more. */
function isOutdated({ kind, inDoubt = false }: Failure): boolean {
  return inDoubt || kind === "notFound" || kind === "changedSince" || kind === "alreadyExists";
}

/** Whether the same call may well work later, or once something outside is mended. */
function isPassing({ kind }: Failure): boolean {
  switch (kind) {
    case "invalidState":
    case "throttled":
    case "network":
    case "protocol":
    case "credentials":
    case "accessDenied":
    case "unexpected":
      return true;
    case "classicRetired":
    case "alreadyAuthorized":
    case "notFound":
    case "changedSince":
    case "invalidParameter":
    case "alreadyExists":
    case "quota":
    case "regionDisabled":
    case "readOnly":
    case "protected":
    case "cancelled":
      return false;
  }
}

/** A name of one action, and no pattern: what is copied allows what is named, and nothing more. */
function isOneAction(action: string): boolean {
  return /^[a-z][a-z0-9-]*:[A-Za-z0-9]+$/.test(action);
}

/** A statement for an IAM policy that allows one action. */
export function policyStatement(action: string): string {
  return JSON.stringify({ Effect: "Allow", Action: action, Resource: "*" }, undefined, 2);
}
