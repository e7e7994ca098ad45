import { z } from 'zod';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { fieldsOf, type LetterField } from '../../../law/letters.ts';
import { OUTCOMES, type OutcomeCode, type WithholdingGround } from '../../../law/outcomes.ts';
import type { Consultation } from '../model.ts';

/** What may be withheld from a part of an answer, in the words of the articles. */
export const GROUNDS: Readonly<Record<WithholdingGround, string>> = {
	'14-1': '国家秘密（第十四条）',
	'14-2': '法律、行政法规禁止公开（第十四条）',
	'14-3': '危及国家安全、公共安全、经济安全、社会稳定（第十四条）',
	'15': '商业秘密、个人隐私等第三方合法权益（第十五条）',
	'16-1': '内部事务信息（第十六条第一款）',
	'16-2': '过程性信息（第十六条第二款）',
	'16-3': '行政执法案卷信息（第十六条第二款）',
};

/** In the order of the articles: as a key of an object 15 stands before 14-1. */
export const GROUND_CHOICES = Object.entries(GROUNDS)
	.map(([value, label]) => ({ value, label }))
	.sort((one, other) => (one.value < other.value ? -1 : 1));

const text = z.string().max(4000);

export const decisionDetails = z.object({
	/** Blanks of the letter and of the case file, by their key. */
	fields: z.record(z.string().max(40), text).default({}),
	/** 部分公开: each part with its own ground and reason (第三十七条). */
	withheld: z
		.array(
			z.object({
				ground: z.enum(Object.keys(GROUNDS) as [WithholdingGround, ...WithholdingGround[]]),
				part: text,
				reason: text,
				/** What the file must hold for this ground, see `PART_EVIDENCE`. */
				evidence: text.default(''),
			}),
		)
		.max(50)
		.default([]),
	/** Papers handed out, by their id. */
	enclosureIds: z.array(z.int()).max(50).default([]),
});
export type DecisionDetails = z.output<typeof decisionDetails>;

/** The five questions in the order they are asked (苏政办函〔2019〕98号): each leads to an outcome or to the next. */
export const DECISION_STEPS: readonly {
	key: string;
	question: string;
	hint: string;
	outcomes: readonly OutcomeCode[];
}[] = [
	{
		key: 'clear',
		question: '补不补：申请内容是否明确、形式是否齐备？',
		hint: '不明确的，先要求补正；已补正仍不明确的，在此答复。',
		outcomes: ['O15'],
	},
	{
		key: 'ours',
		question: '该不该：是否属于政府信息公开申请、是否由本机关负责？',
		hint: '信访投诉、重复申请、公开出版物、行政查询以及其他机关负责的事项在此答复。',
		outcomes: ['O16', 'O17', 'O18', 'O19', 'O20', 'O11', 'O13'],
	},
	{
		key: 'exists',
		question: '有没有：经检索，所申请的信息是否存在？',
		hint: '先登记检索记录：谁、在何处、用什么关键词、何时检索。',
		outcomes: ['O12', 'O14'],
	},
	{
		key: 'give',
		question: '给不给：能否公开？',
		hint: '以公开为原则；能够区分处理的，公开可以公开的部分。',
		outcomes: ['O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'O8', 'O9', 'O10'],
	},
	{
		key: 'proper',
		question: '当不当：文书、形式和送达方式是否恰当？',
		hint: '核对文书内容、救济途径、提供形式和送达方式，然后提交审签。',
		outcomes: [],
	},
];

/** What the case file must hold beyond the letter, for a later suit: the office bears the proof. */
export const EVIDENCE_FIELDS: Partial<Record<OutcomeCode, readonly LetterField[]>> = {
	O4: [
		{ key: 'secrecyMark', label: '密级标识' },
		{ key: 'secrecyPeriod', label: '保密期限' },
	],
	O6: [{ key: 'harm', label: '可能危及的情形及论证' }],
	O8: [{ key: 'subtype', label: '具体类型（人事管理、后勤管理、内部工作流程）' }],
	O9: [{ key: 'subtype', label: '具体类型（讨论记录、过程稿、磋商信函、请示报告）' }],
	O10: [{ key: 'subtype', label: '案卷名称及具体材料' }],
};

/** The same of a part that is withheld, by its ground: a part is refused on no less than a whole. */
export const PART_EVIDENCE: Partial<Record<WithholdingGround, string>> = {
	'14-1': '密级标识和保密期限',
	'14-3': '可能危及的情形及论证',
	'16-1': '具体类型（人事管理、后勤管理、内部工作流程）',
	'16-2': '具体类型（讨论记录、过程稿、磋商信函、请示报告）',
	'16-3': '案卷名称及具体材料',
};

/** Blanks we fill ourselves: from the outcome, the list of parts, the papers handed out. */
const COMPUTED = ['ground', 'withheldParts', 'enclosures'];

/** The blanks a clerk has to fill in for an outcome. */
export function askedFields(outcome: OutcomeCode): LetterField[] {
	return offeredFields(outcome).filter(({ optional }) => !optional);
}

/** Those, and the ones that are printed where they are known. */
export function offeredFields(outcome: OutcomeCode): LetterField[] {
	const { letter } = OUTCOMES[outcome];
	const blanks = letter === null ? [] : fieldsOf(letter, outcome);
	return [...blanks.filter(({ key }) => !COMPUTED.includes(key)), ...(EVIDENCE_FIELDS[outcome] ?? [])];
}

/** Outcomes chosen on the decision page. The others are the end of a missed period or of a withdrawal, never chosen. */
export function isProposable(outcome: OutcomeCode): boolean {
	return DECISION_STEPS.some(({ outcomes }) => outcomes.includes(outcome));
}

/** Outcomes that hand information out, so that Art 17 asks for a secrecy review first. */
export function givesInformation(outcome: OutcomeCode): boolean {
	return outcome === 'O2' || outcome === 'O3';
}

/** What the case already holds. */
export interface Evidence {
	readonly searches: number;
	readonly supplementAnswered: boolean;
	readonly explanation: 'none' | 'asked' | 'reasonable' | 'unreasonable';
	readonly consultations: readonly Consultation[];
	/** Ids of the papers that may be handed out. */
	readonly enclosures: readonly number[];
}

/** Everything that stands in the way of this answer. */
export function checkDecision(outcome: OutcomeCode, details: DecisionDetails, evidence: Evidence): Issue[] {
	if (!isProposable(outcome)) {
		return [issue('decision.outcome', '该结果不能在此选择，由补正、缴费逾期或者撤回产生。', 'outcome')];
	}
	return collectIssues(
		...askedFields(outcome).map((field) => checkField(field, details)),
		outcome === 'O2' || outcome === 'O3' ? checkEnclosures(outcome, details, evidence) : null,
		...(outcome === 'O3' ? checkWithheld(details, evidence) : []),
		checkEvidence(outcome, evidence),
		checkObjections(outcome, details, evidence),
	);
}

function checkField({ key, label, unknown }: LetterField, { fields }: DecisionDetails): Issue | null {
	const isBlank = (fields[key] ?? '').trim() === '';
	const says = (message: string) => issue('decision.field', message, `fields.${key}`);
	if (!unknown) return isBlank ? says(`请填写「${label}」。`) : null;
	if (isTicked(unknown.key, fields))
		return isBlank ? null : says(`已填写「${label}」，请取消勾选「${unknown.label}」，或者删去所填内容。`);
	return isBlank ? says(`请填写「${label}」；确实不能确定的，请勾选「${unknown.label}」。`) : null;
}

/** A tick among the blanks is `yes`; anything else ticks nothing, and the blank itself is asked for. */
function isTicked(key: string, fields: DecisionDetails['fields']): boolean {
	return fields[key] === 'yes';
}

/** What the letter prints instead of what cannot be told, by the key of its blank. */
export function unknownTexts(
	outcome: OutcomeCode,
	{ fields }: Pick<DecisionDetails, 'fields'>,
): Record<string, string> {
	const said = askedFields(outcome).flatMap(({ key, unknown }) =>
		unknown && isTicked(unknown.key, fields) ? [[key, unknown.text] as const] : [],
	);
	return Object.fromEntries(said);
}

function checkEnclosures(
	outcome: 'O2' | 'O3',
	{ enclosureIds, fields }: DecisionDetails,
	evidence: Evidence,
): Issue | null {
	if (enclosureIds.some((id) => !evidence.enclosures.includes(id))) {
		return issue('decision.enclosure', '所选附件不属于本申请，请重新选择。', 'enclosureIds');
	}
	const told = outcome === 'O3' ? fields.openPart : fields.enclosures;
	if (enclosureIds.length > 0 || (told ?? '').trim() !== '') return null;
	return issue('decision.nothing', '请添加要提供的材料，或者写明所提供的信息清单。', 'enclosureIds');
}

function checkWithheld({ withheld }: DecisionDetails, evidence: Evidence): Issue[] {
	if (withheld.length === 0) {
		return [
			issue('decision.withheld', '部分公开应当逐项列明不予公开的内容、依据和理由（《条例》第三十七条）。', 'withheld'),
		];
	}
	return withheld.flatMap(({ ground, part, reason, evidence: shown }, at) => {
		const wanted = PART_EVIDENCE[ground];
		return collectIssues(
			part.trim() === '' ? issue('decision.part', '请写明不予公开的内容。', `withheld.${at}.part`) : null,
			reason.trim() === '' ? issue('decision.reason', '请写明不予公开的理由。', `withheld.${at}.reason`) : null,
			wanted !== undefined && shown.trim() === ''
				? issue('decision.evidence', `请填写「${wanted}」。`, `withheld.${at}.evidence`)
				: null,
			ground === '15' && !wasAsked(evidence) ? thirdPartyFirst(`withheld.${at}.ground`) : null,
		);
	});
}

/** A third party refused, or did not answer in its time. */
function wasAsked({ consultations }: Evidence): boolean {
	return consultations.some(({ kind, reply }) => kind === 'thirdParty' && reply !== null && reply !== 'agree');
}

function thirdPartyFirst(field: string): Issue {
	return issue(
		'decision.thirdParty',
		'须先书面征求第三方意见，且第三方不同意或者逾期未答复（《条例》第三十二条）。',
		field,
	);
}

function checkEvidence(outcome: OutcomeCode, evidence: Evidence): Issue | null {
	if (outcome === 'O12' && evidence.searches === 0) {
		return issue(
			'decision.search',
			'答复信息不存在前须登记检索记录（谁、在何处、用什么关键词、何时检索）。',
			'outcome',
		);
	}
	if (outcome === 'O15' && !evidence.supplementAnswered) {
		return issue(
			'decision.supplement',
			'未经申请人补正，不能以「补正后申请内容仍不明确」答复，请先要求补正。',
			'outcome',
		);
	}
	if (outcome === 'O19' && evidence.explanation !== 'unreasonable') {
		return issue('decision.explanation', '须先要求申请人说明理由并认定理由不合理（《条例》第三十五条）。', 'outcome');
	}
	return outcome === 'O7' && !wasAsked(evidence) ? thirdPartyFirst('outcome') : null;
}

/** Giving out what a third party objected to has to be told to it, with content and reasons (第三十二条). */
export function objections(evidence: Pick<Evidence, 'consultations'>): Consultation[] {
	return evidence.consultations.filter(
		({ kind, reply }) => kind === 'thirdParty' && (reply === 'refuse' || reply === 'refuseWithoutReason'),
	);
}

/**
 * Whether something is given out against an objection. Where a part is withheld for a third party's sake the objection was heeded,
 * unless the office says that the rest goes against it too.
 */
export function overridesObjection(
	outcome: OutcomeCode,
	{ fields, withheld }: DecisionDetails,
	evidence: Pick<Evidence, 'consultations'>,
): boolean {
	if (objections(evidence).length === 0) return false;
	const isHeeded = withheld.some(({ ground }) => ground === '15') && (fields.overrideReason ?? '').trim() === '';
	return outcome === 'O1' || outcome === 'O2' || (outcome === 'O3' && !isHeeded);
}

function checkObjections(outcome: OutcomeCode, details: DecisionDetails, evidence: Evidence): Issue | null {
	if (!overridesObjection(outcome, details, evidence)) return null;
	return (details.fields.overrideReason ?? '').trim() === ''
		? issue(
				'decision.override',
				'第三方不同意公开，请写明决定公开的理由，系统将同时书面告知第三方。',
				'fields.overrideReason',
			)
		: null;
}
