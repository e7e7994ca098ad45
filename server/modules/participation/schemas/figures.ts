import { z } from 'zod';
import { day, id } from './shared.ts';

const counted = z.object({ count: z.number(), ids: z.array(z.number()) });
const each = <K extends string>(...keys: K[]) =>
	z.object(Object.fromEntries(keys.map((key) => [key, counted])) as Record<K, typeof counted>);

export const figuresQuery = z
	.object({ officeId: id.optional(), from: day, to: day })
	.refine(({ from, to }) => from <= to, { path: ['to'], message: '结束日期不能早于开始日期' });

export const figuresView = z.object({
	concerns: each(
		...(['received', 'answered', 'published', 'late', 'questions', 'complaints', 'siteErrors', 'hotline'] as const),
		...(['opinionEvents', 'opinionsAnswered', 'complaintsTrue', 'complaintsUntrue'] as const),
		...(['wanted', 'wantedPublished', 'wantedPlanned', 'wantedRefused'] as const),
	),
	consultations: each('opened', 'comments', 'answered', 'late', 'adopted', 'partly', 'declined'),
	proposals: z.object({
		deputy: each('received', 'replied', 'published'),
		committee: each('received', 'replied', 'published'),
		...each(
			...(['lateReply', 'latePublication', 'solved', 'planned', 'unsolved', 'withheld'] as const),
			...(['satisfied', 'unsatisfied'] as const),
		).shape,
	}),
});
