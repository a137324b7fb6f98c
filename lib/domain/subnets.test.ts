import { describe, expect, test } from "vitest";
import {
  type Cidr,
  firstFreeSubnet,
  formatCidr,
  networkAround,
  overlaps,
  parseCidr,
  parseRouteTable,
  serviceAddresses,
} from "./subnets.ts";
import { repeatableRandom } from "./test-random.ts";

describe("networks as text", () => {
  test.each(["0.0.0.0/0", "10.0.0.0/8", "10.213.0.16/28", "192.168.1.0/24", "255.255.255.255/32"])(
    "%s is read and written alike",
    (text) => expect(formatCidr(parseCidr(text))).toBe(text),
  );

  test.each([
    "",
    "10.0.0.0",
    "10.0.0.0/",
    "10.0.0.0/33",
    "10.0.0.0/-1",
    "10.0.0.0/ 8",
    "10.0.0.0/1e1",
    "10.0.0.0/8/8",
    "10.0.0/8",
    "10.0.0.0.0/8",
    "10..0.0/8",
    "0x0a.0.0.0/8",
    "10.256.0.0/16",
    "10.-1.0.0/16",
    "fd00::/8",
  ])("“%s” is refused", (text) => expect(() => parseCidr(text)).toThrow("is not an IPv4 network"));

  test.each(["10.0.0.1/28", "10.0.0.8/28", "10.213.0.0/8"])(
    "%s does not start where a network of its size can",
    (text) => expect(() => parseCidr(text)).toThrow("does not start at a multiple of its size"),
  );

  test.each([
    ["10.250.8.7/24", "10.250.8.0/24"],
    ["10.250.8.7/32", "10.250.8.7/32"],
    ["255.255.255.255/1", "128.0.0.0/1"],
    ["10.250.8.7/0", "0.0.0.0/0"],
  ])("%s lies in %s", (text, network) => expect(formatCidr(networkAround(text))).toBe(network));
});

describe("overlaps", () => {
  test.each([
    ["10.0.0.0/28", "10.0.0.0/28", true],
    ["10.0.0.0/28", "10.0.0.16/28", false],
    ["10.0.0.0/8", "10.213.0.16/28", true],
    ["10.213.0.16/28", "10.0.0.0/8", true],
    ["0.0.0.0/0", "255.255.255.255/32", true],
    ["10.0.1.0/24", "10.0.2.0/23", false],
  ])("%s and %s: %s", (a, b, expected) => {
    expect(overlaps(parseCidr(a), parseCidr(b))).toBe(expected);
    expect(overlaps(parseCidr(b), parseCidr(a))).toBe(expected);
  });
});

describe("the next free subnet", () => {
  test("is the first of the pool when nothing is taken", () =>
    expect(firstFreeSubnet("10.213.0.0/16", [])).toBe("10.213.0.0/28"));

  test("fills a gap before it goes on", () =>
    expect(firstFreeSubnet("10.213.0.0/16", ["10.213.0.0/28", "10.213.0.32/28"])).toBe("10.213.0.16/28"));

  test("steps over networks that are larger or smaller than a stack's", () =>
    expect(firstFreeSubnet("10.213.0.0/16", ["10.213.0.0/24", "10.213.1.4/32"])).toBe("10.213.1.16/28"));

  test("is not moved by networks outside the pool", () =>
    expect(firstFreeSubnet("10.213.0.0/16", ["192.168.0.0/16", "172.17.0.0/16"])).toBe("10.213.0.0/28"));

  test("there is none when the pool is full, or lies inside somebody's network", () => {
    expect(firstFreeSubnet("10.213.0.0/27", ["10.213.0.0/28", "10.213.0.16/28"])).toBeNull();
    expect(firstFreeSubnet("10.213.0.0/16", ["10.0.0.0/8"])).toBeNull();
  });

  test("a pool smaller than one stack's network has none", () =>
    expect(firstFreeSubnet("10.213.0.0/29", [])).toBeNull());

  test("a pool gives all it has, each within it, no two overlapping, none over what was taken", () => {
    const random = repeatableRandom(4);
    for (let round = 0; round < 40; round++) {
      const pool = parseCidr(`10.${round}.0.0/${22 + Math.floor(random() * 6)}`);
      const strangers = Array.from({ length: Math.floor(random() * 5) }, () =>
        formatCidr(
          networkAround(
            `10.${round}.${Math.floor(random() * 4)}.${Math.floor(random() * 256)}/${24 + Math.floor(random() * 9)}`,
          ),
        ),
      );
      const handedOut: string[] = [];
      for (;;) {
        const next = firstFreeSubnet(formatCidr(pool), [...strangers, ...handedOut]);
        if (next === null) break;
        handedOut.push(next);
      }
      const cidrs = handedOut.map(parseCidr);
      const free = blocksOf(pool).filter(
        (block) => !strangers.some((stranger) => overlaps(block, parseCidr(stranger))),
      );
      expect(cidrs).toEqual(free);
      expect(cidrs.some((a, index) => cidrs.slice(index + 1).some((b) => overlaps(a, b)))).toBe(false);
    }
  });
});

test("services get the addresses after the bridge's own", () =>
  expect(serviceAddresses("10.213.0.240/28")).toEqual({
    db: "10.213.0.242",
    api: "10.213.0.243",
    web: "10.213.0.244",
  }));

test("the kernel's route table gives every network but the default route", () => {
  const table = [
    "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT",
    "eth0\t00000000\t0100A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0",
    "eth0\t0000A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0",
    "docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0",
    "br-1\t1000D50A\t00000000\t0001\t0\t0\t0\tF0FFFFFF\t0\t0\t0",
    "wg0\t0700000A\t00000000\t0005\t0\t0\t0\tFFFFFFFF\t0\t0\t0",
    "",
  ].join("\n");
  expect(parseRouteTable(table).map(({ device, cidr }) => `${device} ${formatCidr(cidr)}`)).toEqual([
    "eth0 192.168.0.0/24",
    "docker0 172.17.0.0/16",
    "br-1 10.213.0.16/28",
    "wg0 10.0.0.7/32",
  ]);
});

function blocksOf({ base, prefix }: Cidr): Cidr[] {
  return Array.from({ length: 2 ** (28 - prefix) }, (_, index) => ({ base: base + index * 16, prefix: 28 }));
}
