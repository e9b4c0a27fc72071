import type { Locale } from "../../../kernel/locale.ts";
import { Button, displayName, PageHead } from "../../../ui/index.ts";
import { say } from "../messages.ts";

export interface ApplicantProps {
  locale: Locale;
  cluster: { slug: string; name: string };
  organisation: { slug: string; name: string };
}

export function ApplicantPage({ locale, cluster, organisation }: ApplicantProps) {
  const t = say(locale);
  return (
    <PageHead
      kicker={cluster.name}
      title={t("applicant.title")}
      lede={t("applicant.lede", { organisation: displayName(organisation.name), cluster: cluster.name })}
      actions={
        <>
          <Button href={`/organisations/${organisation.slug}`}>{t("applicant.organisation")}</Button>
          <Button kind="main" href={`/clusters/${cluster.slug}`}>
            {t("applicant.site")}
          </Button>
        </>
      }
    />
  );
}
