import { z } from 'zod';
import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { say } from '../messages.zh.ts';

/** Where the information of a document comes from (条例第十条第一款), which decides who makes it public. */
export const ORIGINS = {
	own: '本机关制作',
	joint: '与其他机关共同制作',
	people: '从公民、法人或者其他组织获取',
	office: '从其他行政机关获取',
} as const;
export type OriginKind = keyof typeof ORIGINS;
const KINDS = Object.keys(ORIGINS) as [OriginKind, ...OriginKind[]];

const line = (max: number) => z.string().trim().max(max, `不超过${max}个字`).default('');

export const originSchema = z.strictObject({
	kind: z.enum(KINDS),
	/** 牵头机关 of what was made jointly. */
	lead: line(100),
	/** The others who made it. */
	others: z.array(z.string().trim().min(1).max(100, '机关名称不超过100个字')).max(20, '不超过20个机关').default([]),
	/** The agency it was obtained from. */
	from: line(100),
	/** Why this office publishes what another is responsible for. */
	reason: line(500),
});
export type Origin = z.output<typeof originSchema>;

/** What was written before there was the field counts as made by the office itself. */
export const OWN: Origin = { kind: 'own', lead: '', others: [], from: '', reason: '' };

export interface Responsibility {
	/** Who makes it public by 条例第十条; empty while it has not been said who leads or who it is from. */
	who: string;
	isUs: boolean;
	/** Another is responsible, and nobody has said why this office publishes it. A warning, never a bar. */
	warning: Issue | null;
}

/**
 * Who makes it public (条例第十条): whoever made it; of several makers the 牵头机关; what citizens gave, whoever keeps it; what
 * another agency gave, its maker or the first to obtain it. `names` are those of the office that asks, full and short.
 */
export function responsibleFor(origin: Origin | null | undefined, names: readonly string[]): Responsibility {
	const { kind, lead, from, reason } = origin ?? OWN;
	const us = { who: names[0] ?? '', isUs: true, warning: null };
	if (kind === 'own' || kind === 'people') return us;
	const who = kind === 'joint' ? lead : from;
	if (kind === 'joint' && names.some((name) => bare(name) === bare(who))) return us;
	const isExplained = who === '' || reason !== '';
	const key = kind === 'joint' ? 'origin.lead' : 'origin.maker';
	return { who, isUs: false, warning: isExplained ? null : say(key, 'origin', who) };
}

const bare = (name: string) => name.replace(/\s/g, '');

/** What has to be said of an origin before the document is handed on. */
export function originIssues(origin: Origin | null | undefined): Issue[] {
	const { kind, lead, others, from } = origin ?? OWN;
	return collectIssues(
		kind === 'joint' && lead === '' && say('need.lead', 'origin'),
		kind === 'joint' && others.length === 0 && say('need.others', 'origin'),
		kind === 'office' && from === '' && say('need.from', 'origin'),
	);
}

/** An origin in one line, as it is printed. */
export function originText(origin: Origin | null | undefined): string {
	const { kind, lead, others, from, reason } = origin ?? OWN;
	const rest = {
		own: '',
		joint: `（牵头：${lead || '未填写'}；共同制作：${others.join('、') || '未填写'}）`,
		people: '',
		office: `（${from || '未填写'}）`,
	}[kind];
	const why = reason && (kind === 'joint' || kind === 'office') ? `。由本机关公开的理由：${reason}` : '';
	return `${ORIGINS[kind]}${rest}${why}`;
}
