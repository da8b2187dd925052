import { type FoundFaults, found } from "./foundFault";

/** What names, secrets, files and callers could do. */
export const foundInTexts: readonly FoundFaults[] = [
  found(
    "Secrets",
    [
      "Texts were cut before they were redacted",
      "unit/aws/failureOf.test.ts",
      "is rid of secrets before it is cut",
    ],
    [
      "A code or a request ID that is a token, in the journal",
      "wire/canaries/commands.test.ts",
      "is nowhere when … is done and it is the request id",
    ],
    [
      "A token in small letters or in capitals, in halves and in thirds",
      "unit/aws/secrets/secrets.test.ts",
      "are taken out …, whole, in halves and in thirds",
    ],
    [
      "The end of a secret that is escaped, or stands behind other digits",
      "fuzz/secrets.test.ts",
      "leaves no 12 of its characters",
    ],
    [
      "Halves of a short password",
      "unit/aws/secrets/secrets.test.ts",
      "are short too: …, and its halves where they can be told from words",
    ],
    [
      "Whatever an endpoint repeats of what it was told",
      "wire/aws/canaries.test.ts",
      "are nowhere, whole or in parts, where an endpoint repeats them …",
    ],
    [
      "The same, in what any command shows, writes and copies",
      "wire/canaries/commands.test.ts",
      "is nowhere in what any command does where every request is refused with it",
    ],
    [
      "An endpoint's password in Copy as AWS CLI",
      "unit/core/formats/cli.test.ts",
      "keeps a user and a password out of the endpoint",
    ],
    [
      "A proxy's password, printed by a package with DEBUG",
      "unit/packageContents.test.ts",
      "brings along no package that prints what it is given",
    ],
  ),
  found(
    "Names that lie",
    [
      "Line breaks, directions and what has no width, in rows",
      "wire/commands/hostileNames.test.ts",
      "is seen as it is in every row, its tooltip and its words for a screen reader",
    ],
    [
      "A name that writes its own modal",
      "wire/commands/hostileNames.test.ts",
      "is asked and told about as it is, and copied as it is written",
    ],
    [
      "Characters that are blank, and spaces that are other ones",
      "unit/core/shownText.test.ts",
      "makes … visible",
    ],
    [
      "A code with a line break that forges a line of the log",
      "unit/aws/failureOf.test.ts",
      "names codes and request ids by their form alone",
    ],
    ["Links and icons in input boxes", "unit/ui/plainText.test.ts", "are neither in an input box"],
    [
      "CSV where the list separator is a semicolon",
      "unit/core/history.test.ts",
      "part no line, whatever the list separator, and are the same JSON",
    ],
    [
      "A cell that begins with a space or an invisible character before =",
      "fuzz/csv.test.ts",
      "has no cell that a spreadsheet runs, whatever its list separator",
    ],
    [
      "An address that is an option of the copied client command",
      "unit/core/formats/clientCommand.test.ts",
      "takes no address for an option",
    ],
    [
      "A profile's name that breaks out of the remedy on Windows",
      "unit/core/failures/remedy.test.ts",
      "on Windows, where a shell would find something in it",
    ],
    [
      "PowerShell's words for an aws that is a batch file",
      "unit/core/formats/powerShell.test.ts",
      "puts in quotation marks what cmd.exe would find something in, where aws is a batch file",
    ],
    [
      "A name that Terraform normalizes",
      "unit/core/formats/templates.test.ts",
      "is not written where Terraform would write another name",
    ],
  ),
  found(
    "Files and settings",
    [
      "A key with a line break or an invisible character",
      "wire/aws/wrongSettings.test.ts",
      "are named: a key that goes on in the next line, holds what cannot be seen, or what no key has",
    ],
    [
      "A message about a setting without its value and section",
      "wire/aws/wrongSettings.test.ts",
      "are told with their value and their section, where the value is no secret",
    ],
    [
      "An empty role_arn went on with the base keys",
      "wire/aws/wrongSettings.test.ts",
      "are refused where they are empty: nothing else is tried in their place",
    ],
    ["[dev] without profile in the config file", "unit/profiles/hints.test.ts", "is told of […]"],
    [
      "A label that was cut at a name's full stop",
      "unit/core/failures/firstSentence.test.ts",
      "goes on over a name that has a full stop or a line break in it",
    ],
    [
      "A proxy's password with #",
      "wire/aws/proxies.test.ts",
      "names the setting of a proxy that is no address, or that hides another one, and never its password",
    ],
    [
      "prod* did not protect Prod/Admin",
      "unit/core/settings.test.ts",
      "are named by patterns in which * is anything, and nothing else is",
    ],
    [
      "A name that looks like a protected one",
      "unit/core/settings.test.ts",
      "are found by what their names look like",
    ],
    [
      "A credential_process that waits for a person",
      "wire/aws/credentialProcess.test.ts",
      "may take longer than a request: it may wait for a person",
    ],
    [
      "The saved sign-in was overwritten with nothing",
      "wire/aws/sso.test.ts",
      "leaves what is saved alone where the answer is not a sign-in",
    ],
    [
      "A renewal that another window had made before",
      "wire/aws/sso.test.ts",
      "takes what another window has saved meanwhile, where its own renewal is refused",
    ],
    [
      "A role in China or GovCloud without a region",
      "unit/aws/homeRegion.test.ts",
      "is never one of another partition, where the role's credentials would count for nothing",
    ],
    [
      "Keys of another partition: not enabled in the region",
      "wire/aws/failures.test.ts",
      "tells keys of another partition from a region that is not enabled",
    ],
    [
      "Whose files are read, in a remote window",
      "unit/tree/whoseFiles.test.ts",
      "is said in a window that has two sides",
    ],
    [
      "The terminal of the remedy in the workspace's folder",
      "ui/signIn.test.ts",
      "runs the command in a terminal where it can, and loads by itself after it",
    ],
    [
      "A remedy that a caller gives",
      "wire/commands/showFailure.test.ts",
      "runs what renews the profile, whatever a caller says",
    ],
    [
      "A policy statement for iam:*",
      "wire/commands/showFailure.test.ts",
      "copies a statement for one action, and no pattern",
    ],
    [
      "Development dependencies in the package",
      "unit/bundles.test.ts",
      "hold no package that is there for building and testing",
    ],
  ),
  found(
    "The sandbox",
    [
      "Unsigned requests that forge lines of its log",
      "wire/sandbox/requestLog.test.ts",
      "is one line a request, whoever asks for whatever, and a short one",
    ],
    ["Names that act on its terminal", "wire/sandbox/requestLog.test.ts", "lets no name act on a terminal"],
    [
      "A picture in a web page that changes something",
      "wire/sandbox/http.test.ts",
      "is for this machine only",
    ],
    [
      "Stop and start at the same moment",
      "wire/commands/editorSandbox.test.ts",
      "ends as it was told last: … at the same moment",
    ],
  ),
];
