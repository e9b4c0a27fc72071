import { createHash, randomBytes } from "node:crypto";

/** So that a scanner of leaked secrets recognises one. */
export const TOKEN_PREFIX = "kontor_";

/** 256 bits from the system's generator: nothing to guess, so a plain hash is enough to store. */
export const newSecret = () => randomBytes(32).toString("base64url");
export const SECRET = /^[A-Za-z0-9_-]{43}$/;

export const newToken = () => `${TOKEN_PREFIX}${newSecret()}`;

export const hashToken = (token: string) => createHash("sha256").update(token).digest("base64url");
