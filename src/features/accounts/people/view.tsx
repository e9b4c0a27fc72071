import type { Identity } from "../../../access/identity.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Page } from "../../../kernel/page.ts";
import {
  Button,
  DataTable,
  Empty,
  formatAge,
  formatDate,
  ListFoot,
  PageHead,
  type Query,
  SearchBox,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { say } from "../messages.ts";
import type { PersonHere } from "./actions.ts";

export const PATH = "/installation/people";

export interface PeopleProps {
  locale: Locale;
  csrf: string;
  me: Identity;
  people: Page<PersonHere> & { suspended: number };
  query: Query;
  asked: string;
  now: Date;
}

export function PeoplePage(props: PeopleProps) {
  const { locale, people, query, asked, now, me } = props;
  const t = say(locale);
  return (
    <>
      <PageHead
        title={t("people.title")}
        lede={
          asked
            ? t("people.found", { total: people.total, query: asked })
            : t("people.lede", { total: people.total, suspended: people.suspended })
        }
      />
      <div class="stack">
        <SearchBox
          locale={locale}
          path={PATH}
          query={query}
          label={t("people.search")}
          placeholder={t("people.search")}
        />
        <Sheet title={t("people.title")}>
          {people.items.length === 0 ? (
            <Empty act={{ label: t("people.all"), href: PATH }}>
              {t("people.found", { total: 0, query: asked })}
            </Empty>
          ) : (
            <DataTable
              locale={locale}
              caption={t("people.title")}
              rows={people.items}
              columns={[
                {
                  key: "name",
                  label: t("people.name"),
                  value: (person) => (
                    <>
                      {person.name} {person.operator ? <Tag>{t("people.operator")}</Tag> : null}
                    </>
                  ),
                },
                { key: "email", label: t("people.email"), value: (person) => person.email },
                {
                  key: "since",
                  label: t("people.since"),
                  value: (person) => formatDate(person.createdAt, locale),
                },
                { key: "factor", label: t("people.factor"), value: (person) => factorWord(person, locale) },
                {
                  key: "seen",
                  label: t("people.seen"),
                  value: (person) =>
                    person.lastSeen ? formatAge(person.lastSeen, now, locale) : t("people.never"),
                },
                {
                  key: "state",
                  label: t("people.state"),
                  align: "end",
                  value: (person) =>
                    person.id === me.personId ? (
                      <Tag>{t("people.self")}</Tag>
                    ) : (
                      <Decide {...props} person={person} />
                    ),
                },
              ]}
            />
          )}
          <ListFoot locale={locale} path={PATH} query={query} list={people} />
        </Sheet>
      </div>
    </>
  );
}

export const factorWord = ({ secondFactor }: Pick<PersonHere, "secondFactor">, locale: Locale) =>
  say(locale)(secondFactor ? "people.factor.yes" : "people.factor.no");
export const stateWord = ({ suspendedAt }: Pick<PersonHere, "suspendedAt">, locale: Locale) =>
  say(locale)(suspendedAt ? "people.suspended" : "people.active");

function Decide({ locale, csrf, person }: PeopleProps & { person: PersonHere }) {
  const t = say(locale);
  const act = person.suspendedAt ? "restore" : "suspend";
  const button = (
    <Button kind={act === "suspend" ? "stop" : undefined}>
      {t(`people.${act}`)}
      <span class="unseen"> {person.name}</span>
    </Button>
  );
  return (
    <form method="post" action={`${PATH}/${person.id}/${act}`}>
      <input type="hidden" name="csrf" value={csrf} />
      {person.suspendedAt ? <Tag tone="stop">{t("people.suspended")}</Tag> : null}{" "}
      {act === "suspend" ? <confirm-button ask={t("people.suspend.ask")}>{button}</confirm-button> : button}
    </form>
  );
}
