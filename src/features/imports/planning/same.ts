import { plain } from "../mapping/words.ts";

/** Registers write in capitals and without accents: that is no other name. */
export const samePlaceName = (held: string, said: string) => plain(held) === plain(said);
