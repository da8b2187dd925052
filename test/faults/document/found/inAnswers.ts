import { type FoundFaults, found } from "./foundFault";

/** What was said of AWS that was not so. */
export const foundInAnswers: readonly FoundFaults[] = [
  found(
    "Done, or not done",
    [
      "Throttling, then AlreadyExists: somebody else's grant was ours",
      "wire/changes/lostAnswers.test.ts",
      "is somebody else's where an attempt was merely throttled, and cannot be undone",
    ],
    [
      "Throttling, then NotFound: what never existed was deleted, or revoked",
      "wire/aws/lostAnswers.test.ts",
      "only where an attempt may have been carried out",
    ],
    [
      "The same, of a run of many",
      "unit/changes/sendAll.test.ts",
      "takes what is there after a try that was throttled for somebody else's",
    ],
    [
      "A foreign VPC rule was handed back as ours",
      "wire/aws/lostAnswers.test.ts",
      "is not taken for ours, of …, where a look shows something else, or is refused",
    ],
    [
      "The same, where nobody could look before",
      "unit/changes/rules.test.ts",
      "are known to be found, by whomever they were made, where the answer was lost",
    ],
    [
      '"Nothing was changed" after a lost answer and a refusal',
      "wire/aws/lostAnswers.test.ts",
      "in doubt, whatever a later attempt is refused with",
    ],
    [
      "The same, of what a caller and the history get",
      "wire/changes/lostAnswers.test.ts",
      "stays in doubt, of …, where no look can tell",
    ],
    [
      "ModifyReplicationGroup's lost answer",
      "wire/aws/lostAnswers.test.ts",
      "where the retry finds the cache changing",
    ],
    ["A new group whose first grant is refused", "unit/changes/run.test.ts", "that fails … says …"],
    [
      "A schedule that is changed, and tags that may not be",
      "wire/expiry/setExpiry.test.ts",
      "does not say that nothing was changed where the schedule was, and the tags could not be",
    ],
    [
      "A change that was made, and a file on this machine that cannot be deleted",
      "unit/store/expiryStore.test.ts",
      "fails nobody's change where it cannot be forgotten, and is remembered still",
    ],
    [
      "An answer of 200 without a proof: a portal, another operation, an error, `<return>false</return>`, another group, no grant",
      "wire/aws/provenSuccess.test.ts",
      "its own answer with the result of what was asked, and nothing else",
    ],
    [
      "A list that is not filtered as it was asked: another rule, another cache was taken for the one",
      "wire/aws/unfiltered.test.ts",
      "has no other rule taken for the one, or for one of the group",
    ],
    [
      "A dry run that was answered 200 was a permission",
      "wire/aws/provenSuccess.test.ts",
      "is, of the read …, its own answer",
    ],
    [
      "A change without a line in the history, where the window closes",
      "unit/history/openWindows.test.ts",
      "is still yes while the window closes over a change, whose end is on its way",
    ],
    [
      "The history waited for STS",
      "unit/history/recordChanges.test.ts",
      "ends at once, and has the caller when STS tells it later",
    ],
    [
      "A window that is killed in the middle of many changes",
      "wire/history/killed.test.ts",
      "is told once by the next, and finished: what is there already is not sent again",
    ],
    [
      "The account of the old keys, where others sign",
      "wire/aws/otherKeys.test.ts",
      "has the account, the rows and the history of those that sign",
    ],
    [
      "A rule that was changed under its id was revoked",
      "wire/changes/observations.test.ts",
      "of several rules leaves alone the one that was changed under its id, also by Undo",
    ],
    [
      "A planned rule for a grant that is revoked by now",
      "wire/changes/observations.test.ts",
      "of a plan is not made for a grant that somebody has revoked since it was read",
    ],
    [
      "Read-only mode that is turned on while a modal is open",
      "wire/changes/contract.test.ts",
      "sends nothing when read-only mode is turned on while it asks",
    ],
    [
      "Read-only mode that is turned on after the first of many",
      "wire/changes/contract.test.ts",
      "stops when read-only mode is turned on after the first of many",
    ],
    [
      "A grant that comes while Delete asks was deleted with it",
      "wire/changes/observations.test.ts",
      "that deletes a group asks anew where somebody was let in while its modal was open",
    ],
  ),
  found(
    "Nobody, nothing, none",
    [
      "What Can This Reach? with the rules refused",
      "wire/commands/openness.test.ts",
      "names what was not read in What Can This Reach?",
    ],
    [
      "No cache has the group, where the lists of caches were refused",
      "unit/core/reach/openedCaches.test.ts",
      "is known of a group where the groups of all caches are, and the ports of those that have it",
    ],
    [
      "No cache is reached through it, by the same lists",
      "unit/changes/revokeQuestion.test.ts",
      "says that nobody knows which caches it closes where they, or some of them, could not be read",
    ],
    [
      "A list to choose from says nobody, or no cache, where it was refused",
      "wire/commands/notKnownLists.test.ts",
      "does not say that a cache security group lets nobody in",
    ],
    [
      "Who Can Connect? names nobody before the cache has a port",
      "wire/commands/notKnownLists.test.ts",
      "is not said to let nobody connect: its port is not known yet",
    ],
    [
      "Regions in Use: not known where one list of several is refused",
      "unit/store/regionsInUse.test.ts",
      "is one by what one list holds, whichever the others refuse: …",
    ],
    [
      "A cache that is being created lets nobody in",
      "unit/tree/cacheRows.test.ts",
      "do not say it while the cache is … and its port is not told",
    ],
    [
      "A public serverless cache without an endpoint yet",
      "unit/core/caches/joinCaches.test.ts",
      "leave open what is not told while they are made: ports, and groups",
    ],
    [
      "A replication group whose members are not listed",
      "unit/core/caches/joinCaches.test.ts",
      "show a replication group without its security groups as long as its members are not listed",
    ],
    [
      "A member whose replication group is not listed",
      "unit/core/caches/joinCaches.test.ts",
      "show members whose replication group is not listed, beside the groups that are",
    ],
    [
      "Nobody looks again at what is being created",
      "unit/core/caches/cache.test.ts",
      "passes by itself while AWS is at work on it",
    ],
    [
      "A group that was attached after the first read has no rules",
      "unit/store/vpcStore.test.ts",
      "are not known to have no rules where those were not read, though others' were before",
    ],
    [
      "No AUTH, where replication groups are refused",
      "unit/core/caches/joinCaches.test.ts",
      "leave authentication and cluster mode open where only the members tell of a replication group",
    ],
    [
      "No AUTH, where the answer does not say whether a token is asked for",
      "unit/core/caches/joinCaches.test.ts",
      "leave open whether a token is asked for, and cluster mode, where the answer does not tell",
    ],
    [
      "A source of a kind that nobody knows",
      "wire/vpc/unknownSources.test.ts",
      "are kept, with their id and their ports",
    ],
    [
      "Two halves, 2000::/3, all public addresses are everybody",
      "unit/core/rules/openness.test.ts",
      "say … of …",
    ],
    [
      "The rules of all groups of a cache together",
      "unit/core/reach/cacheOpenness.test.ts",
      "is of the rules of all groups together",
    ],
    [
      "A prefix list that holds everybody",
      "wire/commands/openness.test.ts",
      "is said of a cache whose prefix list holds everybody, and of no other",
    ],
    ["What only several rules together contain", "unit/core/rules/overlap.test.ts", "are halves of a block"],
    [
      "Reach of a group by its addresses",
      "wire/commands/openness.test.ts",
      "says which caches may let a group in by its addresses",
    ],
    [
      "A whole private range",
      "unit/core/rules/openness.test.ts",
      "is worth a word where it is a whole private range",
    ],
    [
      "Open by ::/0, on a cache of IPv4",
      "unit/core/rules/openness.test.ts",
      "counts for nothing where the cache has no address of its family",
    ],
    [
      "A user group whose default user needs no password",
      "unit/core/caches/users.test.ts",
      "lets anybody in whose default user needs no password",
    ],
    [
      "Two failures below one cache with one row id",
      "wire/vpc/siblings.test.ts",
      "whatever fails, at the first reads and at later ones",
    ],
    [
      "Two problems on one line of a file with one row id",
      "unit/tree/failureRows.test.ts",
      "have ids of their own on one line of a file",
    ],
    [
      "Only the first range of ports counted",
      "unit/core/reach/openedCaches.test.ts",
      "covers a cache of two ports with a rule for one of them",
    ],
  ),
];
