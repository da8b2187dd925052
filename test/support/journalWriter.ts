import { homedir } from "node:os";
import { createAws } from "../../src/aws/index";
import { Journal } from "../../src/history/journal";
import { recordChanges } from "../../src/history/recordChanges";
import { readSharedConfig } from "../../src/profiles/sharedConfig/read";

/**
 * `node journalWriter.js FOLDER WINDOW CHANGES SEGMENT_BYTES`: a window of its own, in a process of its own, that
 * makes changes as fast as it can and records them. The profile is that of the AWS files.
 */
const [folder = "", window = "", changes = "0", segmentBytes = "0"] = process.argv.slice(2);

async function main(): Promise<void> {
  const place = { environment: process.env, home: homedir() };
  const target = { profile: "sandbox-classic", region: "us-west-2" };
  const journal = new Journal({
    folder,
    segmentBytes: Number(segmentBytes),
    segments: 1_000,
    log: console.error,
    tell: console.error,
  });
  const aws = createAws({
    ...place,
    config: () => readSharedConfig(place),
    requestTimeout: () => 20,
    processTimeout: () => 60,
    askMfaCode: async () => undefined,
    log: () => undefined,
  });
  const caller = await aws.callerIdentity(target);
  const recorded = aws.withChanges(
    recordChanges(journal, async () => (caller.ok ? caller.value.arn : undefined)),
  );
  await Promise.all(
    Array.from({ length: Number(changes) }, (_, number) =>
      recorded.authorizeIngress(target, {
        cacheSecurityGroupName: "mygroup",
        ec2SecurityGroupName: `${window}-${number}`,
        ec2SecurityGroupOwnerId: "565419523791",
      }),
    ),
  );
  aws.dispose();
}

void main();
