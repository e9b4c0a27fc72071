import { maySee } from "../../access/visibility.ts";

export const networkPolicy = {
  /** Whoever sees the cluster sees its network; which links and actors stand in it is asked of each of them. */
  "network.see": maySee,
};
