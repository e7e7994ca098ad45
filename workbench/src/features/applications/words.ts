import type { Tone } from '../../ui/index.ts';
import type { CaseView, Options, Summary } from './api.ts';

/** How a state looks; its words come from the server. */
const TONES: Readonly<Record<string, Tone>> = {
	draft: 'default',
	arrived: 'warning',
	registered: 'processing',
	supplementing: 'default',
	handling: 'processing',
	thirdParty: 'default',
	otherAgency: 'default',
	explaining: 'default',
	delayed: 'processing',
	awaitingFee: 'default',
	reviewing: 'processing',
	signed: 'warning',
	answered: 'success',
	ended: 'default',
	archived: 'default',
	reconsideration: 'error',
	litigation: 'error',
	redo: 'error',
	left: 'default',
};

export function toneOf(state: string): Tone {
	return TONES[state] ?? 'default';
}

/** What the next step is, in the words of a to-do list; null when it is somebody else's turn outside the office. */
const NEXT: Readonly<Record<string, string>> = {
	draft: '待申请人确认',
	arrived: '待与申请人确认',
	registered: '待开始办理',
	handling: '待答复',
	delayed: '待答复',
	redo: '待重新答复',
	reviewing: '待审签',
	signed: '待送达',
};

/** Who is looking, as far as it matters for what waits for them. */
export interface Hands {
	handles: boolean;
	approves: boolean;
	reviewsSecrecy: boolean;
	personId: number | null;
}

/** What this case wants from this person; null when nothing. */
export function actionFor(
	row: Pick<Summary, 'state' | 'waitsFor' | 'unsigned' | 'handlerId'>,
	hands: Hands,
): string | null {
	if (row.unsigned && row.handlerId === hands.personId) return '待签收';
	if (row.waitsFor === 'secrecyReviewer') return hands.reviewsSecrecy ? '待保密审查' : null;
	if (row.waitsFor === 'approver') {
		if (hands.approves) return row.state === 'reviewing' ? '待审签' : '待批准延期';
		return hands.handles && row.state !== 'reviewing' ? (NEXT[row.state] ?? null) : null;
	}
	return hands.handles && row.state !== 'reviewing' ? (NEXT[row.state] ?? null) : null;
}

/** Working days for the badge: negative when overdue. */
export function daysLeftOf({ left, overdueDays }: Pick<Summary, 'left' | 'overdueDays'>): number | undefined {
	if (overdueDays > 0) return -overdueDays;
	return left ?? undefined;
}

/** Label of a value in a list of options; the value itself when it is not there. */
export function labelIn(options: readonly { value: string; label: string }[], value: string | null): string {
	if (value === null) return '';
	return options.find((option) => option.value === value)?.label ?? value;
}

export const SEGMENT_WORDS: Readonly<Record<string, string>> = {
	counted: '计入',
	extension: '延长',
	paused: '不计入',
	delay: '延迟答复',
	void: '重新计算',
	waiting: '等待',
};

export const RECIPIENTS: Readonly<Record<string, string>> = {
	applicant: '申请人',
	thirdParty: '第三方',
	agency: '其他机关',
	file: '存档',
};

export const PURPOSES: Readonly<Record<string, string>> = {
	request: '申请材料',
	supplement: '补正材料',
	enclosure: '拟提供的材料',
	material: '办理材料',
	proof: '送达凭证',
};

export const DECISION_STATUS: Readonly<Record<string, string>> = {
	pending: '待审签',
	recalled: '已撤回',
	returned: '已退回',
	approved: '已审签',
};

/** How alike two requests are. */
export const LIKENESS: Readonly<Record<'identical' | 'same' | 'similar', string>> = {
	identical: '内容相同',
	same: '内容基本相同',
	similar: '内容相近',
};

/** Reviews and suits over a case that are open, each told from the others. */
export function openRemedies(
	{ remedies }: Pick<CaseView, 'remedies'>,
	options: Options,
): { id: number; label: string; also: string[] }[] {
	return remedies
		.filter(({ closedOn }) => closedOn === null)
		.map(({ id, track, claimant, body, caseNumber, alsoOver }) => ({
			id,
			also: alsoOver.map(({ number }) => number ?? ''),
			label: [labelIn(options.remedyTracks, track), labelIn(options.claimants, claimant), body, caseNumber]
				.filter(Boolean)
				.join('　'),
		}));
}
