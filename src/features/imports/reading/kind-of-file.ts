import { fileTypeFromBuffer } from "file-type";
import { Unreadable } from "./sheet.ts";

/** What the bytes are, whatever the name says. Everything but a workbook and plain text is refused with its reason. */
export async function kindOfFile(bytes: Uint8Array): Promise<"xlsx" | "csv"> {
  if (bytes.length === 0) throw new Unreadable("empty-file");
  const type = await fileTypeFromBuffer(bytes);
  if (!type) return "csv";
  switch (type.ext) {
    case "xlsx":
      return "xlsx";
    case "xlsm":
    case "xltm":
      throw new Unreadable("macros");
    case "cfb":
      throw new Unreadable(holdsEncrypted(bytes) ? "encrypted" : "old-excel");
    case "pdf":
      throw new Unreadable("pdf");
    default:
      // Some workbooks do not begin with the part that file-type looks for.
      if (type.ext === "zip") return "xlsx";
      throw new Unreadable("other-format", { format: type.ext.toUpperCase() });
  }
}

/** A workbook with a password is a compound file with a stream of this name. */
const holdsEncrypted = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from("EncryptedPackage", "utf16le"),
  );
