import type { Locale } from "../kernel/locale.ts";
import { uiSay } from "./messages.ts";
import { Tabs } from "./tabs.tsx";

const PARTS = [
  ["account.roles", "/account"],
  ["account.security", "/account/security"],
  ["account.notices", "/account/notices"],
  ["account.data", "/account/data"],
] as const;
export type AccountPart = (typeof PARTS)[number][1];

/** The pages of one's own account, the same on each of them. */
export function AccountTabs({ locale, current }: { locale: Locale; current: AccountPart }) {
  const say = uiSay(locale);
  return (
    <Tabs
      label={say("account")}
      tabs={PARTS.map(([key, href]) => ({ label: say(key), href, current: href === current }))}
    />
  );
}
