import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { Decrypter, Encrypter } from "age-encryption";
import { BackupTrouble } from "./format.ts";

const MAGIC = "age-encryption.org/v1";

/** Wraps what goes by in age's format under a passphrase; leaves it as it is without one. */
export async function* sealed(plain: Readable, passphrase: string | null): AsyncGenerator<Uint8Array> {
  if (passphrase === null) return yield* plain;
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  yield* fromWeb(await encrypter.encrypt(toWeb(plain)));
}

/** The contents of a backup, decrypted where it is encrypted. */
export async function unsealed(path: string, passphrase: string | null): Promise<Readable> {
  if (!(await isSealed(path))) return createReadStream(path);
  if (passphrase === null)
    throw new BackupTrouble(
      `${path} is encrypted. Give its passphrase: KONTOR_BACKUP_PASSPHRASE=… npx kontor …`,
    );
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return fromWeb(await decrypter.decrypt(toWeb(createReadStream(path))));
  } catch {
    throw new BackupTrouble(`${path} does not open with this passphrase.`);
  }
}

async function isSealed(path: string): Promise<boolean> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new BackupTrouble(error.code === "ENOENT" ? `There is no file ${path}.` : error.message);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    return buffer.toString("latin1", 0, bytesRead) === MAGIC;
  } finally {
    await file.close();
  }
}

const toWeb = (stream: Readable) => Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;
const fromWeb = (stream: ReadableStream<Uint8Array>) =>
  Readable.fromWeb(stream as unknown as Parameters<typeof Readable.fromWeb>[0]);
