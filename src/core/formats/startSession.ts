import { asciiJson, type CliPlace, placeWords } from "./cli";

/** A port of this machine, and what it leads to: a port that an instance reaches. */
export interface Tunnel {
  readonly instanceId: string;
  readonly host: string;
  readonly port: number;
  readonly localPort: number;
}

const document = "AWS-StartPortForwardingSessionToRemoteHost";

/**
 * The words that open a tunnel, before any shell's quoting. Plain options are safe here: what they hold is an ID, a
 * fixed name, and JSON, none of which the CLI takes for a file or for another option.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-sessions-start.html
 */
export function startSessionWords(
  { instanceId, host, port, localPort }: Tunnel,
  place: CliPlace,
  write = asciiJson,
): readonly string[] {
  const parameters = { host: [host], portNumber: [String(port)], localPortNumber: [String(localPort)] };
  return [
    ...["aws", "ssm", "start-session", "--target", instanceId],
    ...["--document-name", document, "--parameters", write(parameters)],
    ...placeWords(place),
  ];
}
