import type { Db } from "../../../../kernel/gateway.ts";
import type { PanelHead } from "../../data/panel.ts";
import { outlinesOfDistrict } from "../../specialisation/ags-nuts.ts";

/** The region of a panel that the cluster lies in, by the regions it names itself; the first one where none of them is there. */
export async function homeRegion(db: Db, clusterId: string, head: PanelHead): Promise<number> {
  const row = await db.selectFrom("cluster").select("regions").where("id", "=", clusterId).executeTakeFirst();
  for (const own of row?.regions ?? []) {
    const at = head.regions.codes.findIndex((code) => nutsOf(head, code).some((nuts) => near(nuts, own)));
    if (at >= 0) return at;
  }
  return 0;
}

const nutsOf = ({ regionList }: PanelHead, code: string): readonly string[] =>
  regionList?.startsWith("nuts") ? [code] : outlinesOfDistrict(code);

/** The same, or one within the other; countries are too wide to be anybody's region. */
const near = (nuts: string, own: string): boolean =>
  nuts.length > 2 && (nuts.startsWith(own) || own.startsWith(nuts));
