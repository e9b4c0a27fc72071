export {
  type ImportReport,
  type ImportRequest,
  importCordis,
  type Progress,
  STAGES,
  type Stage,
} from "./actions.ts";
export { SOURCES, type Source } from "./layout.ts";
export { messages as cordisMessages, say as sayOfCordis } from "./messages.ts";
export { type Problem, type ProblemList, problemSentence } from "./problems.ts";
export { slugify } from "./slug.ts";
export { ImportStopped } from "./stopped.ts";
export { type Term, vocabulary } from "./vocabulary.ts";
