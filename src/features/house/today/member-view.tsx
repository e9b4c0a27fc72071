import type { Child } from "hono/jsx";
import type { Locale } from "../../../kernel/locale.ts";
import {
  Button,
  displayName,
  Empty,
  Figures,
  formatAge,
  formatDate,
  formatList,
  formatNumber,
  formatWeekday,
  PageHead,
  Sheet,
} from "../../../ui/index.ts";
import { say } from "../messages.ts";
import { STALE_DAYS } from "../waiting/store.ts";
import { fieldWord } from "../waiting/view.tsx";
import type { MemberToday } from "./actions.ts";
import { Entries, Entry, titleIn } from "./parts.tsx";

export interface MemberProps {
  locale: Locale;
  cluster: { slug: string };
  organisation: { slug: string; name: string };
  now: Date;
  today: MemberToday;
  mayWrite: boolean;
  /** What is still to do at the beginning; nothing once it is done. */
  firstDay: Child;
  /** What waits in the exchange. */
  exchange: Child;
}

export function MemberTodayPage(props: MemberProps) {
  const { locale, organisation, now, today } = props;
  const t = say(locale);
  return (
    <>
      <PageHead
        kicker={formatWeekday(now, locale)}
        title={t("member.title", { organisation: displayName(organisation.name) })}
        lede={t("member.lede", { confirm: today.toConfirm.length, fits: today.fits.length })}
      />
      <Figures figures={figuresOf(props)} />
      <div class="grid">
        <div class="c8 stack">
          {props.firstDay}
          {props.exchange}
          <ToConfirm {...props} />
          <NewProjects {...props} />
        </div>
        <div class="c4 stack">
          <Fits {...props} />
          <OwnStatements {...props} />
        </div>
      </div>
    </>
  );
}

const homeOf = ({ cluster }: MemberProps) => `/clusters/${cluster.slug}`;
const ownPage = (props: MemberProps) => `${homeOf(props)}/organisations/${props.organisation.slug}`;

function figuresOf(props: MemberProps) {
  const { locale, today, organisation } = props;
  const t = say(locale);
  const figure = (
    count: number,
    key: "own-links" | "own-projects" | "own-partners" | "own-facts",
    href: string,
  ) => ({
    value: formatNumber(count, locale),
    label: t(`figure.${key}`, { count }),
    href,
  });
  return [
    {
      ...figure(today.linked.links, "own-links", `${ownPage(props)}#links`),
      change: t("figure.own-inside", { count: today.inside }),
    },
    figure(today.own.projects, "own-projects", `${homeOf(props)}/projects?organisation=${organisation.slug}`),
    figure(today.own.partners, "own-partners", `${ownPage(props)}#partners`),
    figure(today.facts.count, "own-facts", `${ownPage(props)}#facts`),
    {
      value: formatNumber(today.members, locale),
      label: t("figure.members", { count: today.members }),
      href: `${homeOf(props)}/organisations`,
    },
  ];
}

function ToConfirm(props: MemberProps) {
  const { locale, today, now, mayWrite } = props;
  const t = say(locale);
  return (
    <Sheet title={t("member.confirm")}>
      {today.toConfirm.length === 0 ? (
        <Empty act={mayWrite ? { label: t("member.confirm.declare"), href: ownPage(props) } : undefined}>
          {t("member.confirm.empty")}
        </Empty>
      ) : (
        <Entries>
          {today.toConfirm.map((link) => (
            <Entry
              title={t("member.confirm.by", { other: displayName(link.other) })}
              href={`${homeOf(props)}/links/${link.id}`}
            >
              {formatAge(link.createdAt, now, locale)}
            </Entry>
          ))}
        </Entries>
      )}
    </Sheet>
  );
}

function Fits(props: MemberProps) {
  const { locale, today } = props;
  const t = say(locale);
  const known = today.fits.flatMap((fit) => {
    const organisation = today.names.get(fit.organisationId);
    return organisation ? [{ ...fit, organisation }] : [];
  });
  return (
    <Sheet title={t("member.fits")}>
      {known.length === 0 ? (
        <Empty act={{ label: t("member.fits.directory"), href: `${homeOf(props)}/organisations` }}>
          {t("member.fits.empty")}
        </Empty>
      ) : (
        <>
          <Entries>
            {known.map(({ organisation, count, shared }) => (
              <Entry
                title={displayName(organisation.name)}
                href={`${homeOf(props)}/organisations/${organisation.slug}`}
              >
                {t("member.fits.why", {
                  count,
                  fields: formatList(
                    shared.map((competence) => titleIn(competence, locale)),
                    locale,
                  ),
                })}
              </Entry>
            ))}
          </Entries>
          <p class="src">{t("member.source")}</p>
        </>
      )}
    </Sheet>
  );
}

function NewProjects(props: MemberProps) {
  const { locale, today } = props;
  const t = say(locale);
  return (
    <Sheet title={t("member.projects")} link={{ label: t("member.projects.all"), href: "/projects" }}>
      {today.projects.length === 0 ? (
        <Empty>{t("member.projects.empty")}</Empty>
      ) : (
        <Entries>
          {today.projects.map((project) => (
            <Entry
              title={project.acronym ? `${project.acronym}: ${project.title}` : project.title}
              href={`/projects/${project.slug}`}
            >
              {[
                project.why && titleIn(project.why, locale),
                project.signed && formatDate(project.signed, locale),
              ]
                .filter(Boolean)
                .join(" · ")}
            </Entry>
          ))}
        </Entries>
      )}
    </Sheet>
  );
}

function OwnStatements(props: MemberProps) {
  const { locale, today, now } = props;
  const t = say(locale);
  const { count, oldest } = today.facts;
  const stale = oldest && now.getTime() - oldest.statedAt.getTime() > STALE_DAYS * 86_400_000;
  return (
    <Sheet title={t("member.facts")}>
      <p>
        {oldest
          ? t("member.facts.some", {
              count,
              field: fieldWord(oldest.field, locale),
              age: formatAge(oldest.statedAt, now, locale),
            })
          : t("member.facts.none")}{" "}
        {stale ? t("member.facts.stale") : null}
      </p>
      <p class="row">
        <Button href={`${ownPage(props)}#facts`}>{t("member.facts.open")}</Button>
        <Button href={`${ownPage(props)}/seats`}>{t("member.seats")}</Button>
      </p>
    </Sheet>
  );
}
