import { api, get, json, page, type Route } from "../../../access/route.ts";
import { listFile } from "../../accounts/feature.ts";
import { askedItem, needSubject } from "../needs/subject.ts";
import { sayTeam } from "./messages.ts";
import { teamFor } from "./propose.ts";
import { NeedPath, TeamApiQuery, TeamOut, TeamQuery } from "./schema.ts";
import { ruleText, TeamPage } from "./view.tsx";

export const teamRoutes: Route[] = [
  get("/clusters/:cluster/needs/:need/team", {
    rule: "need.matches",
    summary: "A team for a need under rules, with why each partner is in it and what breaks without",
    params: NeedPath,
    query: TeamQuery,
    subject: (ask) => needSubject(ask),
    handle: async ({ ctx, query }) => {
      const need = askedItem(ctx);
      const team = await teamFor(ctx, need, query);
      const say = sayTeam(ctx.locale);
      if (query.format)
        return listFile(
          query.format,
          `${ctx.cluster!.slug}-team`,
          [
            {
              label: say("partner.title"),
              value: (one) => team!.matches.get(one.id)!.organisation.name,
              width: 40,
            },
            { label: say("partner.contribution"), value: (one) => one.contribution },
            ...[...(team?.competences ?? [])].map(([code, word]) => ({
              label: word,
              value: (one: NonNullable<typeof team>["proposal"]["partners"][number]) =>
                one.competences.find(({ competence }) => competence === code)?.strength ?? 0,
            })),
          ],
          team?.proposal.partners ?? [],
        );
      return page(
        { title: `${say("team.title")}: ${need.title}`, personal: true },
        <TeamPage ctx={ctx} need={need} team={team} query={query} />,
      );
    },
  }),
  api.get("/api/v1/clusters/:cluster/needs/:need/team", {
    rule: "need.matches",
    summary: "A team for a need under rules, with why each partner is in it and what breaks without",
    params: NeedPath,
    query: TeamApiQuery,
    answer: TeamOut,
    subject: (ask) => needSubject(ask),
    handle: async ({ ctx, query }) => {
      const team = await teamFor(ctx, askedItem(ctx), { ...query, format: undefined });
      if (!team)
        return json({
          ...{ keepsRules: false, value: 0, share: null, optimal: false, rules: [], conflict: null },
          covered: [],
          partners: [],
        });
      const { proposal, competences, matches } = team;
      const named = (id: string) => {
        const { slug, name } = matches.get(id)!.organisation;
        return { slug, name };
      };
      const word = (code: string) => competences.get(code) ?? code;
      return json({
        keepsRules: proposal.keepsRules,
        value: proposal.value,
        share: proposal.share,
        optimal: proposal.optimal,
        rules: proposal.rules.map((rule) => ({
          name: rule.name,
          rule: rule.rule,
          isMet: rule.isMet,
          sentence: ruleText(ctx.locale, rule),
        })),
        conflict: proposal.conflict?.together ?? null,
        covered: proposal.covered.map(({ competence, covered }) => ({
          competence: word(competence),
          code: competence,
          covered,
        })),
        partners: proposal.partners.map((partner) => ({
          organisation: named(partner.id),
          contribution: partner.contribution,
          competences: partner.competences.map(({ competence, strength, isOnly }) => ({
            competence: word(competence),
            strength,
            only: isOnly,
          })),
          serves: partner.serves,
          alternatives: partner.alternatives.map(({ candidate, value }) => ({ ...named(candidate), value })),
        })),
      });
    },
  }),
];
