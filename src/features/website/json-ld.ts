import type { Context } from "../../access/context.ts";
import type { ClusterView } from "./overview.ts";
import type { RegionName } from "./store.ts";
import { aboutOf, nameOf, titleOf } from "./words.ts";

export const regionJsonLd = (
  ctx: Context,
  publicUrl: string,
  region: RegionName | null,
  clusters: readonly ClusterView[],
) => ({
  "@context": "https://schema.org",
  "@graph": [
    {
      "@type": "WebSite",
      "@id": `${publicUrl}/#site`,
      url: `${publicUrl}/`,
      name: region ? nameOf(region, ctx.locale) : "Kontor",
      inLanguage: ["en", "de"],
      potentialAction: {
        "@type": "SearchAction",
        target: { "@type": "EntryPoint", urlTemplate: `${publicUrl}/organisations?query={query}` },
        "query-input": "required name=query",
      },
    },
    clusterList(ctx, publicUrl, clusters),
  ],
});

export const clusterList = (ctx: Context, publicUrl: string, clusters: readonly ClusterView[]) => ({
  "@type": "ItemList",
  numberOfItems: clusters.length,
  itemListElement: clusters.map((cluster, i) => ({
    "@type": "ListItem",
    position: i + 1,
    url: `${publicUrl}/clusters/${cluster.slug}`,
    name: nameOf(cluster, ctx.locale),
  })),
});

/** The cluster as an organisation, and its public registry as a dataset. */
export function clusterJsonLd(ctx: Context, publicUrl: string, cluster: ClusterView, fromCordis: boolean) {
  const home = `${publicUrl}/clusters/${cluster.slug}`;
  const about = aboutOf(cluster, ctx.locale);
  const name = nameOf(cluster, ctx.locale);
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "Organization",
        "@id": `${home}#cluster`,
        name,
        url: home,
        ...(about ? { description: about } : {}),
        ...(cluster.url ? { sameAs: cluster.url } : {}),
        ...(cluster.founded ? { foundingDate: cluster.founded } : {}),
        location: { "@type": "Place", name: cluster.place },
        knowsAbout: cluster.strengths.map((strength) => titleOf(strength, ctx.locale)),
      },
      {
        "@type": "Dataset",
        "@id": `${home}/organisations#dataset`,
        name: `${name}: ${ctx.locale === "de" ? "Mitglieder" : "members"}`,
        description: about || name,
        url: `${home}/organisations`,
        creator: { "@id": `${home}#cluster` },
        ...(fromCordis
          ? {
              isBasedOn: "https://cordis.europa.eu/",
              license: "https://creativecommons.org/licenses/by/4.0/",
            }
          : {}),
        distribution: [
          {
            "@type": "DataDownload",
            encodingFormat: "text/csv",
            contentUrl: `${home}/organisations?format=csv`,
          },
          {
            "@type": "DataDownload",
            encodingFormat: "application/json",
            contentUrl: `${publicUrl}/api/v1/clusters/${cluster.slug}/organisations`,
          },
        ],
      },
    ],
  };
}
