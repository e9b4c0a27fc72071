import type { Locale } from "../../../kernel/locale.ts";
import {
  Button,
  DataTable,
  Empty,
  Figures,
  formatAge,
  formatNumber,
  formatTime,
  Notice,
  PageHead,
  Sheet,
} from "../../../ui/index.ts";
import { say } from "../messages.ts";
import type { StateOfHouse } from "./actions.ts";

export interface InstallationProps {
  locale: Locale;
  state: StateOfHouse;
  csrf: string;
  now: Date;
}

export function InstallationPage(props: InstallationProps) {
  const { locale, state } = props;
  const t = say(locale);
  return (
    <>
      <PageHead
        title={t("house.title")}
        lede={t("house.lede", {
          version: state.version,
          database: state.database,
          failed: state.jobs.failed.length,
          troubled: state.mail.troubled,
        })}
      />
      <Figures figures={figuresOf(props)} />
      <div class="grid">
        <div class="c8 stack">
          <JobSheet {...props} jobs={state.jobs} />
          <ClusterSheet {...props} />
        </div>
        <div class="c4 stack">
          <Chain {...props} />
          <Backup {...props} />
          <Mail {...props} />
        </div>
      </div>
    </>
  );
}

function figuresOf({ locale, state }: InstallationProps) {
  const t = say(locale);
  const n = (value: number) => formatNumber(value, locale);
  return [
    { value: n(state.clusters.length), label: t("house.clusters"), href: "/clusters" },
    { value: n(state.sizes.organisations), label: t("house.organisations"), href: "/organisations" },
    { value: n(state.sizes.projects), label: t("house.projects"), href: "/projects" },
    { value: n(state.people), label: t("house.people"), href: "/installation/log?action=person.add" },
    {
      value: n(state.mail.letters),
      label: t("house.letters"),
      href: "/installation/outbox",
      ...(state.mail.unsent > 0
        ? { change: t("house.unsent", { count: n(state.mail.unsent) }), tone: "wait" as const }
        : {}),
    },
  ];
}

function JobSheet({ locale, jobs, csrf }: InstallationProps & { jobs: StateOfHouse["jobs"] }) {
  const t = say(locale);
  const { waiting, running, failed } = jobs;
  return (
    <Sheet title={t("house.jobs")} id="jobs">
      <p>{t("house.jobs.state", { waiting, running, failed: failed.length })}</p>
      {failed.length > 0 ? (
        <DataTable
          locale={locale}
          caption={t("house.jobs")}
          rows={failed}
          columns={[
            { key: "task", label: t("house.job"), value: (job) => <code>{job.task}</code> },
            { key: "error", label: t("house.job.error"), value: (job) => job.lastError.slice(0, 400) },
            { key: "attempts", label: t("house.job.attempts"), align: "end", value: (job) => job.attempts },
            { key: "at", label: t("house.job.at"), value: (job) => formatTime(job.at, locale) },
            {
              key: "retry",
              label: t("house.job.retry"),
              align: "end",
              value: (job) => (
                <form method="post" action={`/installation/jobs/${job.id}/retry`}>
                  <input type="hidden" name="csrf" value={csrf} />
                  <Button>{t("house.job.retry")}</Button>
                </form>
              ),
            },
          ]}
        />
      ) : null}
    </Sheet>
  );
}

function ClusterSheet({ locale, state }: InstallationProps) {
  const t = say(locale);
  return (
    <Sheet title={t("house.clusters")}>
      {state.clusters.length === 0 ? (
        <Empty>{t("house.clusters.empty")}</Empty>
      ) : (
        <DataTable
          locale={locale}
          caption={t("house.clusters")}
          rows={state.clusters}
          columns={[
            {
              key: "name",
              label: t("house.cluster"),
              value: (row) => (locale === "de" ? row.nameDe : row.nameEn),
              href: (row) => `/clusters/${row.slug}`,
            },
            {
              key: "members",
              label: t("house.members"),
              align: "end",
              value: (row) => formatNumber(row.members, locale),
              href: (row) => `/clusters/${row.slug}/organisations`,
            },
          ]}
        />
      )}
    </Sheet>
  );
}

function Chain({ locale, state, csrf, now }: InstallationProps) {
  const t = say(locale);
  const { verified } = state;
  const broken = (verified?.breaks.length ?? 0) > 0;
  return (
    <Sheet
      title={t("house.chain")}
      id="chain"
      link={{ label: t("house.chain.log"), href: "/installation/log" }}
    >
      {verified ? (
        <Notice tone={broken ? "stop" : "good"}>
          {t(broken ? "house.chain.broken" : "house.chain.whole", {
            entries: verified.entries,
            breaks: verified.breaks.length,
            age: formatAge(verified.at, now, locale),
          })}
          {broken ? (
            <ul>
              {verified.breaks.map((one) => (
                <li>
                  <code>
                    {one.clusterId} #{one.seq}: {one.reason}
                  </code>
                </li>
              ))}
            </ul>
          ) : null}
        </Notice>
      ) : (
        <p>{t("house.chain.never")}</p>
      )}
      <form method="post" action="/installation/verify">
        <input type="hidden" name="csrf" value={csrf} />
        <Button>{t("house.chain.walk")}</Button>
      </form>
    </Sheet>
  );
}

function Backup({ locale, state, now }: InstallationProps) {
  const t = say(locale);
  const { backup } = state;
  if (!backup)
    return (
      <Sheet title={t("house.backup")} id="backup">
        <p>{t("house.backup.never")}</p>
      </Sheet>
    );
  return (
    <Sheet title={t("house.backup")} id="backup">
      <Notice tone={backup.problem ? "stop" : "good"}>
        {backup.problem
          ? t("house.backup.failed", { age: formatAge(backup.at, now, locale), problem: backup.problem })
          : t("house.backup.made", {
              age: formatAge(backup.at, now, locale),
              rows: backup.rows ?? 0,
              size: formatNumber(Math.round((backup.bytes ?? 0) / 104_857.6) / 10, locale),
            })}
      </Notice>
      {backup.path ? (
        <p>
          <code>{backup.path}</code>
        </p>
      ) : null}
    </Sheet>
  );
}

function Mail({ locale, state }: InstallationProps) {
  const t = say(locale);
  return (
    <Sheet title={t("house.mail")} link={{ label: t("house.mail.open"), href: "/installation/outbox" }}>
      <p>{t(`house.mail.${state.mailBy}`)}</p>
    </Sheet>
  );
}
