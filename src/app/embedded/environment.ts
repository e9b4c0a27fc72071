/** What PostgreSQL sees of our environment: no secret of ours, and no PG… variable that would change what it does. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? "/usr/sbin:/usr/bin:/sbin:/bin",
  LC_ALL: "C.UTF-8",
  TZ: "UTC",
});
