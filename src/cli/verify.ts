import { verifyAudit } from "../app/database/audit.ts";
import { type Command, withHouse } from "./command.ts";

export const verifyCommand: Command = (_args, config) =>
  withHouse(config, async (house) => {
    const { entries, breaks } = await house.gateway.system("verifying the audit log", ({ client }) =>
      verifyAudit(client),
    );
    for (const found of breaks)
      console.error(`chain ${found.clusterId}, entry ${found.seq}: ${found.reason}`);
    if (breaks.length > 0) {
      console.error(`The audit log was tampered with: ${breaks.length} of ${entries} entries do not hold.`);
      return 1;
    }
    console.log(`The audit log holds: ${entries} entries, every chain unbroken.`);
    return 0;
  });
