import { z } from 'zod';

const id = z.coerce.number().int().positive();
const words = (max: number) => z.string().trim().max(max, `不超过${max}个字`).default('');

export const assessmentParams = z.object({ id, assessmentId: id });
export const proofParams = z.object({ id, proofId: id });
/** Fields of a form with a file. */
export const assessmentBody = z.object({
	assessedOn: z.iso.date('日期格式应为年-月-日'),
	assessor: words(100),
	conclusion: words(1000),
});
export const keptAnswer = z.object({ kept: z.literal(true) });

const assessments = z.array(
	z.object({
		id: z.number(),
		edition: z.number(),
		assessedOn: z.string(),
		assessor: z.string(),
		conclusion: z.string(),
		fileName: z.string(),
		personName: z.string(),
	}),
);

const revisions = z.array(
	z.object({
		id: z.number(),
		edition: z.number(),
		number: z.number(),
		hash: z.string(),
		createdAt: z.string(),
		/** Taken to ask another office about the draft, and never handed in. */
		onlyAsked: z.boolean(),
	}),
);

/** What is kept with a document, as its screen shows it. */
export const keptPapers = {
	assessments,
	mayAssess: z.boolean(),
	proofs: z.array(z.object({ id: z.number(), requestId: z.number(), fileName: z.string() })),
	revisions,
};
