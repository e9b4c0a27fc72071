import { BlockList, isIP } from "node:net";

/** The address of who really asks: a forwarded one is believed only from a proxy that was named in the settings. */
export function makeAddressOf(trusted: readonly string[]) {
  const proxies = new BlockList();
  for (const range of trusted) {
    const [base, bits] = range.split("/") as [string, string | undefined];
    const family = isIP(base) === 6 ? "ipv6" : "ipv4";
    proxies.addSubnet(base, bits === undefined ? (family === "ipv6" ? 128 : 32) : Number(bits), family);
  }
  const isProxy = (address: string) => proxies.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

  return (peer: string | undefined, forwarded: string | undefined): string => {
    let address = plain(peer ?? "127.0.0.1");
    const hops = (forwarded ?? "").split(",").map((hop) => plain(hop.trim()));
    while (isProxy(address)) {
      const before = hops.pop();
      if (!before || isIP(before) === 0) break;
      address = before;
    }
    return address;
  };
}

const plain = (address: string) => address.replace(/^::ffff:/i, "");

export const isLoopback = (address: string) => address === "::1" || address.startsWith("127.");
