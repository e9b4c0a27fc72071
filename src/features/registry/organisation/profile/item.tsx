import type { Context } from "../../../../access/context.ts";
import { formatDate, formatNumber, Tag } from "../../../../ui/index.ts";
import { sayFact } from "../facts/messages.ts";
import type { FactRow } from "../facts/store.ts";
import { languageName } from "../vocabulary/languages.ts";
import { isExpired } from "./certificates.ts";

type Said = Pick<
  FactRow,
  "field" | "value" | "code" | "validUntil" | "detail" | "intoName" | "titleEn" | "titleDe"
>;

/** The word of an item as the reader's language and the vocabulary have it. */
export function itemTitle({ locale }: Context, fact: Said): string {
  if (fact.field === "languages" && fact.code) return languageName(fact.code, locale);
  if (fact.field === "competences")
    return (locale === "de" && fact.titleDe) || fact.titleEn || fact.intoName || fact.value;
  return fact.value;
}

/** Those that are one word each stand in a row. */
export const isWord = (field: string) => field === "competences" || field === "languages";

/** One item as a reader gets it, in the parts its field has. */
export function ItemText({ ctx, fact }: { ctx: Context; fact: Said }) {
  switch (fact.field) {
    case "industries":
      return (
        <p>
          {fact.value} {fact.code ? <small>{fact.code}</small> : null}
        </p>
      );
    case "products":
      return <Product fact={fact} />;
    case "certificates":
      return <Certificate ctx={ctx} fact={fact} />;
    case "machines":
      return <Machine ctx={ctx} fact={fact} />;
    case "people":
      return <Listed fact={fact} />;
    case "competences":
    case "languages":
      return <p>{itemTitle(ctx, fact)}</p>;
    default:
      return <Paragraphs text={fact.value} />;
  }
}

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </>
);

function Product({ fact: { value, detail } }: { fact: Said }) {
  // What was said before products had parts is a text without any.
  if (detail === null) return <Paragraphs text={value} />;
  const url = typeof detail.url === "string" ? detail.url : null;
  return (
    <>
      <p>
        <b>
          {url ? (
            <a href={url} rel="nofollow noopener">
              {value}
            </a>
          ) : (
            value
          )}
        </b>
      </p>
      {detail.text ? <Paragraphs text={String(detail.text)} /> : null}
    </>
  );
}

function Certificate({ ctx, fact: { value, detail, validUntil } }: { ctx: Context; fact: Said }) {
  const say = sayFact(ctx.locale);
  const parts = [
    detail?.number ? say("item.number", { number: String(detail.number) }) : "",
    detail?.issuer ? say("item.issuer", { who: String(detail.issuer) }) : "",
  ].filter(Boolean);
  const day = validUntil ? formatDate(validUntil, ctx.locale) : "";
  return (
    <p>
      {value}
      {parts.length > 0 ? <small> · {parts.join(" · ")}</small> : null}{" "}
      {validUntil ? (
        isExpired(validUntil, ctx.today()) ? (
          <Tag tone="stop">{say("item.expired", { day })}</Tag>
        ) : (
          <small>{say("item.until", { day })}</small>
        )
      ) : null}
    </p>
  );
}

function Machine({ ctx, fact: { value, detail } }: { ctx: Context; fact: Said }) {
  const count = typeof detail?.count === "number" && detail.count > 1 ? detail.count : null;
  const made = [detail?.maker, detail?.model].filter(Boolean).join(" ");
  const parts = [
    made,
    detail?.year ? sayFact(ctx.locale)("item.built", { year: String(detail.year) }) : "",
  ].filter(Boolean);
  return (
    <p>
      {count ? `${formatNumber(count, ctx.locale)} × ` : ""}
      {value}
      {parts.length > 0 ? <small> · {parts.join(" · ")}</small> : null}
    </p>
  );
}

function Listed({ fact: { value, detail } }: { fact: Said }) {
  const { title, email, phone } = detail ?? {};
  return (
    <p>
      <b>{value}</b>
      {title ? `, ${title}` : ""}
      {email ? (
        <>
          <br />
          <a href={`mailto:${email}`}>{email}</a>
        </>
      ) : null}
      {phone ? (
        <>
          <br />
          <a href={`tel:${String(phone).replace(/[^+\d]/g, "")}`}>{phone}</a>
        </>
      ) : null}
    </p>
  );
}
