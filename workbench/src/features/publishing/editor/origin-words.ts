import type { Content, Options } from '../api.ts';

export type Origin = NonNullable<Content['origin']>;
export type OriginKind = Origin['kind'];

export const NO_ORIGIN: Required<Origin> = { kind: 'own', lead: '', others: [], from: '', reason: '' };

/** An origin in words, for comparing two versions of it. */
export function originWords(origin: Content['origin'], options: Options | undefined): string {
	const { kind, lead, others, from, reason } = { ...NO_ORIGIN, ...origin };
	const label = options?.origins.find(({ value }) => value === kind)?.label;
	return [label, lead && `牵头：${lead}`, others.join('、'), from, reason].filter(Boolean).join('；');
}

/** Another choice begins anew: who led says nothing about what was obtained. */
export function originOf(kind: OriginKind): Origin {
	return { ...NO_ORIGIN, kind };
}
