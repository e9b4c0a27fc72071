export { complexityPipeline, complexityPipelineAsync, type PipelineOptions } from "./complexity-pipeline.ts";
export type { ComplexityPipeline } from "./result.ts";
