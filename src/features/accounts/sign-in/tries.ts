import { RateLimiterMemory } from "rate-limiter-flexible";

/** Ten tries in a quarter of an hour for one account from one address; sixty from one address for any. */
const ACCOUNT = { points: 10, duration: 900 };
const ADDRESS = { points: 60, duration: 900 };

export interface Tries {
  /** Counts a try. `false` when there were too many: then the password is not even looked at. */
  take(account: string, address: string): Promise<boolean>;
  /** Counts a try for whoever it may be from this address. */
  takeFrom(address: string): Promise<boolean>;
  /** The password was right: what was tried before was the same person's fingers. */
  forgive(account: string, address: string): Promise<void>;
}

/** So often in so many seconds under one key; `false` when it was more. */
export function makeLimit(limit: { points: number; duration: number }): (key: string) => Promise<boolean> {
  const limiter = new RateLimiterMemory(limit);
  return (key) =>
    limiter.consume(key).then(
      () => true,
      () => false,
    );
}

export function makeTries(account: { points: number; duration: number } = ACCOUNT): Tries {
  const byAccount = new RateLimiterMemory(account);
  const byAddress = new RateLimiterMemory(ADDRESS);
  const taken = (limiter: RateLimiterMemory, key: string) =>
    limiter.consume(key).then(
      () => true,
      () => false,
    );
  return {
    take: async (account, address) =>
      (await taken(byAddress, address)) && (await taken(byAccount, `${account} ${address}`)),
    takeFrom: (address) => taken(byAddress, address),
    forgive: async (account, address) => {
      await byAccount.delete(`${account} ${address}`);
      await byAddress.reward(address, 1);
    },
  };
}
