import { type FoundFaults, found } from "./foundFault";

/** What became more than it was, or took longer than it may. */
export const foundOfSizes: readonly FoundFaults[] = [
  found(
    "More than was there",
    [
      "The type and the code of ICMP",
      "unit/core/rules/traffic.test.ts",
      "keeps the type and the code of ICMP, under whichever name",
    ],
    [
      "The same, in Undo and in every copy",
      "wire/commands/ruleKinds.test.ts",
      "is copied, revoked and made again as it was",
    ],
    [
      "Two ICMP rules of one source were equal",
      "wire/commands/ruleKinds.test.ts",
      "is another one with another type or code: made beside it, shown beside it, revoked alone",
    ],
    [
      "Terraform's group with the account's own number before it",
      "unit/core/formats/ruleTemplates.test.ts",
      "from another account's group with its owner, and from the account's own without",
    ],
    [
      "CloudFormation resolved a description",
      "unit/core/formats/ruleTemplates.test.ts",
      "is not written with a description that CloudFormation would resolve",
    ],
    [
      "The quota counts a prefix list as its maximum",
      "wire/commands/openness.test.ts",
      "counts a prefix list as its maximum: the quota's message says so",
    ],
  ),
  found(
    "Time and size",
    [
      "28 comments before the root",
      "unit/aws/xmlRoot.test.ts",
      "is not looked for longer than the text is long, whatever it is made of",
    ],
    [
      "A message of spaces",
      "unit/core/failures/firstSentence.test.ts",
      "is found in no time, in whatever text, and is no page",
    ],
    ["A code of 40 KB", "unit/aws/failureOf.test.ts", "names codes and request ids by their form alone"],
    ["One line of words, pasted", "unit/core/pasted/stalls.test.ts", "holds nobody up that is …"],
    [
      "JSON 5,000 deep, pasted",
      "unit/core/pasted/parseSources.test.ts",
      "are bounded: a line, a text, and the depth of JSON",
    ],
    [
      "The sandbox's Authorization header of spaces",
      "wire/sandbox/stalls.test.ts",
      "is read in one pass: an Authorization header of spaces",
    ],
    [
      "A secret of one letter that an endpoint gives out",
      "unit/aws/secrets/secrets.test.ts",
      "are found in no time, whatever somebody gives out as one",
    ],
    ["A megabyte of anything else", "fuzz/megabytes.test.ts", "holds nobody up as …"],
    [
      "A failure of an error whose name is no text",
      "unit/aws/failureOf.test.ts",
      "gives a failure for any value at all",
    ],
  ),
];
