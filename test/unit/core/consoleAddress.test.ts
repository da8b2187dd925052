import assert from "node:assert/strict";
import { consoleAddress } from "../../../src/core/consoleAddress";

describe("the page of the AWS Console", () => {
  for (const [region, subject, address] of [
    ["us-west-2", {}, "https://us-west-2.console.aws.amazon.com/elasticache/home?region=us-west-2#/"],
    [
      "us-west-2",
      { cacheId: "sessions", engine: "valkey" },
      "https://us-west-2.console.aws.amazon.com/elasticache/home?region=us-west-2#/valkey/sessions",
    ],
    [
      "cn-north-1",
      { cacheId: "pages", engine: "memcached" },
      "https://cn-north-1.console.amazonaws.cn/elasticache/home?region=cn-north-1#/memcached/pages",
    ],
    [
      "us-gov-west-1",
      { securityGroupId: "sg-0a1b", cacheId: "pages", engine: "redis" },
      "https://us-gov-west-1.console.amazonaws-us-gov.com/ec2/home?region=us-gov-west-1#SecurityGroup:groupId=sg-0a1b",
    ],
    [
      "eu-west-1",
      { cacheId: "one", engine: "of tomorrow" },
      "https://eu-west-1.console.aws.amazon.com/elasticache/home?region=eu-west-1#/",
    ],
    ["us-iso-east-1", {}, undefined],
  ] as const) {
    it(`of ${Object.values(subject).join(" ") || "a region"} in ${region} is ${address}`, () => {
      assert.equal(consoleAddress({ region, ...subject }), address);
    });
  }
});
