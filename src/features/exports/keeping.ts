/** What an export of a cluster does with a table. */
export type Keeping =
  /** The cluster's own rows: `cluster_id` says whose. */
  | { rows: "cluster"; omit?: readonly string[] }
  /** Rows of the whole house, as far as the cluster's rows name them. */
  | { rows: "named"; omit?: readonly string[] }
  /** Left out; a reason is owed. */
  | { rows: "none"; because: string };

const SECRET = "a key of this installation: worth nothing, or too much, elsewhere";
const PASSING = "on its way, or over soon";
const DERIVED = "follows from other rows and is made anew";
const PERSONAL = "one person's own matter: it is in that person's export";
const UNDO = "what an undo here needs";

/** Every table, so that one added tomorrow cannot be forgotten: a test compares this list with the database's own. */
export const KEEPING: Readonly<Record<string, Keeping>> = {
  cluster: { rows: "named" },
  organisation: { rows: "named", omit: ["touched_at"] },
  organisation_alias: { rows: "named" },
  person: { rows: "named", omit: ["operator"] },
  seat: { rows: "named" },
  project: { rows: "named" },
  participation: { rows: "named" },
  competence: { rows: "named" },
  organisation_competence: { rows: "named" },

  membership: { rows: "cluster" },
  membership_level: { rows: "cluster" },
  membership_level_term: { rows: "cluster" },
  membership_application: { rows: "cluster", omit: ["key_hashes"] },
  membership_application_word: { rows: "cluster" },
  membership_correction: { rows: "cluster" },
  dues_class: { rows: "cluster" },
  office: { rows: "cluster" },
  fact: { rows: "cluster", omit: ["erase_hash"] },
  link: { rows: "cluster" },
  link_grant: { rows: "cluster" },
  link_proposal: { rows: "cluster" },
  profile: { rows: "cluster" },
  term: { rows: "cluster" },
  logo: { rows: "cluster" },
  note: { rows: "cluster" },
  note_version: { rows: "cluster" },
  label: { rows: "cluster" },
  organisation_label: { rows: "cluster" },
  own_field: { rows: "cluster" },
  own_value: { rows: "cluster" },
  not_duplicate: { rows: "cluster" },
  need: { rows: "cluster" },
  need_teaser: { rows: "cluster" },
  need_detail: { rows: "cluster" },
  need_file: { rows: "cluster" },
  need_release: { rows: "cluster" },
  need_release_act: { rows: "cluster" },
  campaign: { rows: "cluster" },
  campaign_ask: { rows: "cluster", omit: ["hashes"] },
  campaign_answer: { rows: "cluster" },
  campaign_need: { rows: "cluster" },
  offer: { rows: "cluster" },
  offer_file: { rows: "cluster" },
  event: { rows: "cluster" },
  event_session: { rows: "cluster" },
  event_slot: { rows: "cluster" },
  event_table: { rows: "cluster" },
  registration: { rows: "cluster" },
  registration_away: { rows: "cluster" },
  event_wish: { rows: "cluster" },
  event_rule: { rows: "cluster" },
  event_rule_organisation: { rows: "cluster" },
  event_plan: { rows: "cluster" },
  meeting: { rows: "cluster" },
  meeting_party: { rows: "cluster" },
  meeting_result: { rows: "cluster" },
  meeting_note: { rows: "cluster" },
  introduction: { rows: "cluster" },
  introduction_side: { rows: "cluster" },
  introduction_message: { rows: "cluster" },
  introduction_setting: { rows: "cluster" },
  talk: { rows: "cluster" },
  talk_slot: { rows: "cluster" },
  outcome: { rows: "cluster" },
  outcome_value: { rows: "cluster" },
  outcome_claim: { rows: "cluster" },
  match_suggestion: { rows: "cluster" },
  match_feedback: { rows: "cluster" },
  match_weights: { rows: "cluster" },
  audit_entry: { rows: "cluster" },
  audit_head: { rows: "cluster" },

  account_link: { rows: "none", because: SECRET },
  act_link: { rows: "none", because: SECRET },
  api_token: { rows: "none", because: SECRET },
  webhook: { rows: "none", because: SECRET },
  webhook_delivery: { rows: "none", because: PASSING },
  idempotency: { rows: "none", because: PASSING },
  invitation: { rows: "none", because: PASSING },
  join_request: { rows: "none", because: PASSING },
  sign_up: { rows: "none", because: PASSING },
  scim_user: { rows: "none", because: "a directory is connected anew to the other house" },
  mail: { rows: "none", because: PASSING },
  mail_domain: { rows: "none", because: "proven anew in the other house" },
  notice: { rows: "none", because: PERSONAL },
  notice_choice: { rows: "none", because: PERSONAL },
  notice_secret: { rows: "none", because: SECRET },
  saved_search: { rows: "none", because: PERSONAL },
  first_day: { rows: "none", because: PERSONAL },
  duplicate: { rows: "none", because: DERIVED },
  match_run: { rows: "none", because: DERIVED },
  network_layout: { rows: "none", because: DERIVED },
  organisation_search: { rows: "none", because: DERIVED },
  project_search: { rows: "none", because: DERIVED },
  commons_version: { rows: "none", because: DERIVED },
  installation: { rows: "none", because: "this installation's own" },
  merge: { rows: "none", because: UNDO },
  merge_row: { rows: "none", because: UNDO },
  bulk_act: { rows: "none", because: UNDO },
  bulk_change: { rows: "none", because: UNDO },
  import_run: { rows: "none", because: UNDO },
  import_row: { rows: "none", because: UNDO },
  import_piece: { rows: "none", because: PASSING },
  import_change: { rows: "none", because: UNDO },
  import_mapping: { rows: "none", because: PASSING },
};

export const omitted = (table: string): readonly string[] => {
  const keeping = KEEPING[table];
  return keeping && keeping.rows !== "none" ? (keeping.omit ?? []) : [];
};
