import { DEMO_LOGINS, DEMO_PASSWORD } from "../../demo/people.ts";

/** The invented people one can sign in as, one line a role. */
export function demoLogins(): string {
  const width = Math.max(...DEMO_LOGINS.map((login) => login.email.length));
  const lines = DEMO_LOGINS.map((login) => `  ${login.email.padEnd(width)}  ${login.role.en}`);
  return `Demo logins (invented people), password of all: ${DEMO_PASSWORD}\n${lines.join("\n")}\n`;
}
