import { Button } from "../../../ui/index.ts";
import { LINK_ORIGINS, LINK_TYPES } from "../../link-words/feature.ts";
import { originWord, typeWord } from "../messages.ts";
import type { Stage } from "./stage.ts";

/** What is shown, as one GET form: the address is the state. */
export function Filters({ stage: { say, asked, network, to }, beside }: { stage: Stage; beside?: boolean }) {
  const { years } = network;
  const kept = ["view", "sort", "only", "actor"] as const;
  return (
    <filter-form>
      <form class="facets network-filters" method="get" action={to.path} aria-label={say("filters")}>
        {kept.map((name) =>
          to.query[name] ? <input type="hidden" name={name} value={String(to.query[name])} /> : null,
        )}
        <div class={beside ? "grid" : "facets"}>
          <Select
            name="colour"
            label={say("filter.colour")}
            value={asked.colour}
            choices={[
              ["kind", say("colour.kind")],
              ["community", say("colour.community")],
            ]}
          />
          <Select
            name="with"
            label={say("filter.with")}
            value={asked.with}
            choices={[
              ["members", say("with.members")],
              ["partners", say("with.partners")],
            ]}
          />

          <Boxes
            name="type"
            legend={say("filter.type")}
            chosen={asked.type}
            choices={LINK_TYPES.map((type) => [type, typeWord(say, type)])}
          />
          <Boxes
            name="evidence"
            legend={say("filter.evidence")}
            chosen={asked.evidence}
            choices={LINK_ORIGINS.map((origin) => [origin, originWord(say, origin)])}
          />
        </div>
        <div class="row">
          <Year name="from" label={say("filter.from")} value={asked.from} years={years} />
          <Year name="to" label={say("filter.to")} value={asked.to} years={years} />
        </div>
        <div class="field">
          <label for="filter-min">{say("filter.min")}</label>
          <input
            id="filter-min"
            type="number"
            name="min"
            min="1"
            max="1000"
            step="1"
            value={String(asked.min)}
          />
        </div>
        <div class="form-acts">
          <Button>{say("filter.apply")}</Button>
          <a href={to.page({ with: null, type: null, evidence: null, from: null, to: null, min: null })}>
            {say("filter.clear")}
          </a>
        </div>
      </form>
    </filter-form>
  );
}

type Choices = readonly (readonly [value: string, label: string])[];

const Select = ({
  name,
  label,
  value,
  choices,
}: {
  name: string;
  label: string;
  value: string;
  choices: Choices;
}) => (
  <div class="field c6">
    <label for={`filter-${name}`}>{label}</label>
    <select id={`filter-${name}`} name={name}>
      {choices.map(([choice, words]) => (
        <option value={choice} selected={choice === value}>
          {words}
        </option>
      ))}
    </select>
  </div>
);

const Boxes = ({
  name,
  legend,
  chosen,
  choices,
}: {
  name: string;
  legend: string;
  chosen: readonly string[];
  choices: Choices;
}) => (
  <fieldset class="c6">
    <legend>{legend}</legend>
    {choices.map(([choice, words]) => (
      <label class="choice">
        <input type="checkbox" name={name} value={choice} checked={chosen.includes(choice)} />
        <span>{words}</span>
      </label>
    ))}
  </fieldset>
);

function Year({
  name,
  label,
  value,
  years,
}: {
  name: string;
  label: string;
  value: number | null;
  years: Stage["network"]["years"];
}) {
  return (
    <div class="field">
      <label for={`filter-${name}`}>{label}</label>
      <input
        id={`filter-${name}`}
        type="number"
        name={name}
        step="1"
        min={String(years?.first ?? 1900)}
        max={String(years?.last ?? 2200)}
        placeholder={years ? String(name === "from" ? years.first : years.last) : undefined}
        value={value === null ? "" : String(value)}
      />
    </div>
  );
}
