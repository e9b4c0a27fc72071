import { displayName } from "../../ui/index.ts";
import type { ProjectFound } from "./actions.ts";
import { organisationHref, projectHref } from "./address.ts";
import { nameOf, sourceOf } from "./words.ts";

/** The project in the words of schema.org. */
export function jsonLdOf(
  { project, participants }: ProjectFound,
  publicUrl: string,
): Record<string, unknown> {
  const source = sourceOf(project);
  return {
    "@context": "https://schema.org",
    "@type": "ResearchProject",
    "@id": `${publicUrl}${projectHref(project.slug, null)}`,
    name: nameOf(project),
    alternateName: project.title,
    ...(project.objective ? { description: project.objective.slice(0, 500) } : {}),
    ...(project.starts ? { foundingDate: project.starts } : {}),
    ...(project.ends ? { dissolutionDate: project.ends } : {}),
    ...(source?.href ? { sameAs: source.href } : {}),
    member: participants.slice(0, 50).map(({ slug, name }) => ({
      "@type": "Organization",
      "@id": `${publicUrl}${organisationHref(slug, null)}`,
      name: displayName(name),
    })),
  };
}
