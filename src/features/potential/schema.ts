import { z } from "zod";
import { ClusterPath } from "../../access/cluster-path.ts";

export const QuestionnairePath = ClusterPath.extend({ questionnaire: z.string().max(60) });
export const RoundPath = ClusterPath.extend({ round: z.uuid() });
export const AssessmentPath = ClusterPath.extend({ assessment: z.uuid() });
export const PlatformPath = ClusterPath.extend({ platform: z.uuid() });
