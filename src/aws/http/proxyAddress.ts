import { FailureError } from "../failures/failureError";

/** With a user and a password nothing is longer. */
const longest = 4_096;

/**
 * A proxy as it is set, made an address: refused where it is none, or is another one than it looks like. A `#`, `/` or
 * `\` in a password ends what comes before it, and the host would be taken from there.
 */
export function proxyAddress(written: string, setting: string): string {
  const address = written.includes("://") ? written : `http://${written}`;
  const url = address.length <= longest && URL.canParse(address) ? new URL(address) : undefined;
  const isAddress =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    // With a slash too few the scheme would be the host.
    !/^https?:(?!\/\/)/i.test(written) &&
    !address.includes("\\") &&
    !`${url.pathname}${url.search}${url.hash}`.includes("@") &&
    canDecode(url.username) &&
    canDecode(url.password);
  if (!isAddress) {
    throw new FailureError({
      kind: "network",
      code: "EPROXY",
      message: `The proxy in ${setting} is no address. It needs http:// or https:// and a host, and characters like # / \\ @ % in a user name or a password written as %23 %2F %5C %40 %25. Nothing was sent`,
    });
  }
  return address;
}

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
