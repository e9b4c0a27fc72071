import type { Act, Feature } from "../../access/feature.ts";
import type { Locale } from "../../kernel/locale.ts";

/** What the other capabilities of the house say about themselves: their topics and their acts. */
export interface Features {
  topics(): { topic: string; label: Record<Locale, string> }[];
  topicLabel(topic: string, locale: Locale): string;
  act(name: string): Act | null;
}

/** Asked each time: the list of features is complete only once this feature is on it. */
export const featuresOf = (features: () => readonly Feature[]): Features => {
  const topics = () =>
    features().flatMap((feature) =>
      Object.entries(feature.topics ?? {}).map(([topic, label]) => ({ topic, label })),
    );
  return {
    topics,
    topicLabel: (topic, locale) => topics().find((one) => one.topic === topic)?.label[locale] ?? topic,
    act: (name) =>
      features()
        .map((feature) => feature.acts?.[name])
        .find(Boolean) ?? null,
  };
};
