import { ARTICLES, type Article } from './articles.ts';
import { type LetterId, OUTCOME_CODES, type OutcomeCode } from './codes.ts';

export { OUTCOME_CODES, type OutcomeCode };

/** Why something is withheld under Arts 14–16: what «不予公开» means in the remedy rule, narrower than row (三). */
export type WithholdingGround = '14-1' | '14-2' | '14-3' | '15' | '16-1' | '16-2' | '16-3';

/** Row of table 3 in the contract's words; with `t3.` before and a column after it, the address of a cell. */
export type OutcomeRow =
	| 'granted'
	| 'partial'
	| `deny.${'secret' | 'law' | 'safety' | 'third' | 'internal' | 'process' | 'case' | 'query'}`
	| `unable.${'none' | 'create' | 'unclear'}`
	| `reject.${'petition' | 'repeat' | 'publication' | 'massive' | 'confirm'}`;

/** Which paragraph ends the letter. `partial`: by what was withheld. `ending`: none for a withdrawal, else R2. */
export type OutcomeRemedy = 'R1' | 'R2' | 'partial' | 'ending';

export interface Outcome {
	readonly name: string;
	/** Articles the answer cites; empty where it stands on practice. */
	readonly basis: readonly Article[];
	/** Each outcome lands in exactly one row of each form. */
	readonly rows: {
		readonly '2019': OutcomeRow | 'other';
		readonly '2021': OutcomeRow | `other.${'correct' | 'fee' | 'misc'}`;
		/** Row of the 2014 statistics where the mapping is known; null has to be entered by hand. */
		readonly '2014': `stat.3.3.${string}` | null;
	};
	/** Null: a withdrawal needs no decision letter. */
	readonly letter: LetterId | null;
	readonly remedy: OutcomeRemedy;
	/** Set when the outcome itself withholds under Arts 14–16. */
	readonly ground?: WithholdingGround;
}

type Stat = Outcome['rows']['2014'];

function rows(row: OutcomeRow, stat: Stat = null): Outcome['rows'] {
	return { '2019': row, '2021': row, '2014': stat };
}

function ended(kind: 'correct' | 'fee' | 'misc'): Outcome['rows'] {
	return { '2019': 'other', '2021': `other.${kind}`, '2014': null };
}

function refusal(
	name: string,
	article: Article,
	row: OutcomeRow,
	ground: WithholdingGround,
	stat: Stat = null,
): Outcome {
	return {
		name,
		basis: [article, ARTICLES.refuse],
		rows: rows(row, stat),
		letter: 'D17',
		remedy: 'R1',
		ground,
	};
}

const A = ARTICLES;

/** The closed list of how an application can end (form rows, letters and remedies of law.md §4.5). */
export const OUTCOMES: Readonly<Record<OutcomeCode, Outcome>> = {
	O1: {
		name: '已主动公开，告知获取途径',
		basis: [A.alreadyPublic],
		rows: rows('granted', 'stat.3.3.1'),
		letter: 'D15',
		remedy: 'R2',
	},
	O2: { name: '予以公开', basis: [A.disclose], rows: rows('granted', 'stat.3.3.2'), letter: 'D15', remedy: 'R2' },
	O3: { name: '部分公开', basis: [A.separable], rows: rows('partial', 'stat.3.3.3'), letter: 'D16', remedy: 'partial' },
	O4: refusal('不予公开：国家秘密', A.secret, 'deny.secret', '14-1', 'stat.3.3.4.a'),
	O5: refusal('不予公开：其他法律行政法规禁止公开', A.secret, 'deny.law', '14-2', 'stat.3.3.4.f'),
	O6: refusal('不予公开：危及“三安全一稳定”', A.secret, 'deny.safety', '14-3', 'stat.3.3.4.d'),
	// Trade secret and privacy were two rows in 2014; one outcome cannot tell which.
	O7: refusal('不予公开：保护第三方合法权益', A.thirdPartyHarm, 'deny.third', '15'),
	O8: refusal('不予公开：三类内部事务信息', A.internal, 'deny.internal', '16-1'),
	O9: refusal('不予公开：四类过程性信息', A.process, 'deny.process', '16-2'),
	O10: refusal('不予公开：行政执法案卷', A.process, 'deny.case', '16-3'),
	// Stands in row (三) but is no refusal under Arts 14–16, so review does not have to come first.
	O11: { name: '属于行政查询事项', basis: [A.otherLaw], rows: rows('deny.query'), letter: 'D18', remedy: 'R2' },
	O12: {
		name: '信息不存在',
		basis: [A.notExist],
		rows: rows('unable.none', 'stat.3.3.6'),
		letter: 'D19',
		remedy: 'R2',
	},
	O13: {
		name: '不属于本机关负责公开',
		basis: [A.notOurs],
		rows: rows('unable.none', 'stat.3.3.5'),
		letter: 'D20',
		remedy: 'R2',
	},
	O14: { name: '需要加工、分析', basis: [A.existingOnly], rows: rows('unable.create'), letter: 'D21', remedy: 'R2' },
	O15: {
		name: '补正后申请内容仍不明确',
		basis: [A.supplement],
		rows: rows('unable.unclear'),
		letter: 'D22',
		remedy: 'R2',
	},
	O16: { name: '信访举报投诉类申请', basis: [A.petition], rows: rows('reject.petition'), letter: 'D23', remedy: 'R2' },
	O17: { name: '重复申请', basis: [A.repeated], rows: rows('reject.repeat'), letter: 'D24', remedy: 'R2' },
	O18: {
		name: '要求提供公开出版物',
		basis: [A.publication],
		rows: rows('reject.publication'),
		letter: 'D25',
		remedy: 'R2',
	},
	O19: {
		name: '无正当理由大量反复申请',
		basis: [A.excessive],
		rows: rows('reject.massive'),
		letter: 'D26',
		remedy: 'R2',
	},
	O20: { name: '要求确认或重新出具已获取信息', basis: [], rows: rows('reject.confirm'), letter: 'D26', remedy: 'R2' },
	O21: { name: '逾期不补正，不再处理', basis: [A.supplement], rows: ended('correct'), letter: 'D28', remedy: 'R2' },
	O22: { name: '逾期未缴费，不再处理', basis: [A.feeNotice], rows: ended('fee'), letter: 'D28', remedy: 'R2' },
	O23: { name: '撤回申请或其他处理', basis: [], rows: ended('misc'), letter: null, remedy: 'ending' },
};

export function isOutcomeCode(text: string): text is OutcomeCode {
	return Object.hasOwn(OUTCOMES, text);
}

export type ApplicantColumn = 'natural' | 'business' | 'research' | 'welfare' | 'legalService' | 'otherOrg';

/** Address of the cell of table 3 that one concluded application adds one to. */
export function cellOf(code: OutcomeCode, form: '2019' | '2021', column: ApplicantColumn | 'total'): string {
	return `t3.${OUTCOMES[code].rows[form]}.${column}`;
}

/** Grounds of Arts 14–16 an answer rests on: its own, or for 部分公开 those of the withheld parts. */
export function groundsOf(
	code: OutcomeCode,
	withheld: readonly WithholdingGround[] = [],
): readonly WithholdingGround[] {
	const { ground } = OUTCOMES[code];
	if (ground) return [ground];
	return code === 'O3' ? withheld : [];
}
