import { z } from "zod";

export const ClusterPath = z.object({ cluster: z.string().max(80) });
export const QuestionnairePath = ClusterPath.extend({ questionnaire: z.string().max(60) });
export const RoundPath = ClusterPath.extend({ round: z.uuid() });
export const AssessmentPath = ClusterPath.extend({ assessment: z.uuid() });
export const PlatformPath = ClusterPath.extend({ platform: z.uuid() });
