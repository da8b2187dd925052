import assert from "node:assert/strict";
import { partitionOf, partitions, regionLongName } from "../../../src/core/regions";

describe("regions", () => {
  it("knows the 46 regions of 8 partitions that ElastiCache is in", () => {
    assert.equal(partitions.length, 8);
    assert.equal(partitions.flatMap((each) => Object.keys(each.regions)).length, 46);
  });

  it("names them", () => {
    assert.equal(regionLongName("us-west-2"), "US West (Oregon)");
    assert.equal(regionLongName("toString"), undefined);
  });

  for (const [region, partition] of [
    ["us-west-2", "aws"],
    ["cn-north-1", "aws-cn"],
    ["us-gov-east-1", "aws-us-gov"],
    ["eusc-de-east-1", "aws-eusc"],
    ["us-isob-west-1", "aws-iso-b"],
    ["cn-newer-9", "aws-cn"],
    ["xx-newer-1", "aws"],
  ] as const) {
    it(`puts ${region} into ${partition}`, () => assert.equal(partitionOf(region).partition, partition));
  }
});
