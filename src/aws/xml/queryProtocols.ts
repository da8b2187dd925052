import { AwsEc2QueryProtocol, AwsQueryProtocol, XmlShapeDeserializer } from "@aws-sdk/core/protocols";
import { plainXml } from "./plainXml";

/** Reads plain answers by itself, and leaves the others to the SDK. */
class QuickDeserializer extends XmlShapeDeserializer {
  protected override parseXml(xml: string): unknown {
    return plainXml(xml) ?? super.parseXml(xml);
  }
}

type Settings = ConstructorParameters<typeof AwsQueryProtocol>[0];

/** The protocol of ElastiCache and STS. */
export class QueryProtocol extends AwsQueryProtocol {
  constructor(settings: Settings) {
    super(settings);
    this.deserializer = new QuickDeserializer(this.deserializer.settings);
  }
}

/** The protocol of EC2. */
export class Ec2QueryProtocol extends AwsEc2QueryProtocol {
  constructor(settings: Settings) {
    super(settings);
    this.deserializer = new QuickDeserializer(this.deserializer.settings);
  }
}
