import { describe, expect, test } from 'vitest';
import { LETTERS } from '../../../law/letters.ts';
import { OUTCOME_CODES, OUTCOMES, type OutcomeCode } from '../../../law/outcomes.ts';
import type { Consultation, Reply } from '../model.ts';
import {
	askedFields,
	checkDecision,
	DECISION_STEPS,
	type DecisionDetails,
	decisionDetails,
	EVIDENCE_FIELDS,
	type Evidence,
	GROUNDS,
	givesInformation,
	isProposable,
	overridesObjection,
	unknownTexts,
} from './decision.ts';

const nothing: Evidence = {
	searches: 0,
	supplementAnswered: false,
	explanation: 'none',
	consultations: [],
	enclosures: [],
};

function consulted(reply: Reply | null, kind: Consultation['kind'] = 'thirdParty'): Consultation {
	return {
		id: 1,
		kind,
		agency: '',
		information: '合同技术参数',
		sentOn: '2026-06-03',
		deliveredOn: null,
		returnedOn: reply === null ? null : '2026-06-08',
		reply,
		reasons: '',
		letterId: 1,
		opinion: null,
	};
}

/** Details with every blank of the outcome filled in. */
function filled(outcome: OutcomeCode, change: Partial<DecisionDetails> = {}): DecisionDetails {
	const fields = Object.fromEntries(askedFields(outcome).map(({ key }) => [key, '已填写']));
	return decisionDetails.parse({ fields, ...change });
}

function keys(outcome: OutcomeCode, details: DecisionDetails, evidence: Partial<Evidence> = {}): string[] {
	return checkDecision(outcome, details, { ...nothing, ...evidence }).map(({ key }) => key);
}

describe('the office in charge (条例第三十六条第五项: 能够确定的，告知名称、联系方式)', () => {
	const told = (fields: { reason?: string; rightOffice?: string; rightOfficeUnknown?: string }) =>
		checkDecision('O13', decisionDetails.parse({ fields: { reason: '由县水务局制作。', ...fields } }), nothing);

	test('is told, or said to be unknown, and never both', () => {
		expect(told({ rightOffice: '青河县水务局，0999-8000020' })).toEqual([]);
		expect(told({ rightOfficeUnknown: 'yes' })).toEqual([]);
		expect(told({ rightOffice: ' ', rightOfficeUnknown: 'yes' })).toEqual([]);
		for (const silent of [{}, { rightOffice: ' ', rightOfficeUnknown: ' ' }, { rightOfficeUnknown: 'no' }])
			expect(told(silent)).toEqual([
				{
					...{ key: 'decision.field', field: 'fields.rightOffice' },
					message: '请填写「负责公开的机关及联系方式」；确实不能确定的，请勾选「不能确定负责机关」。',
				},
			]);
		expect(told({ rightOffice: '青河县水务局', rightOfficeUnknown: 'yes' }).map(({ field }) => field)).toEqual([
			'fields.rightOffice',
		]);
	});

	test('takes no reason away: why it is not ours is always said', () => {
		const fields = told({ reason: '', rightOfficeUnknown: 'yes' }).map(({ field }) => field);
		expect(fields).toEqual(['fields.reason']);
	});

	test('is the one blank with such a tick', () => {
		const ticks = OUTCOME_CODES.flatMap((code) => askedFields(code).flatMap(({ unknown }) => unknown?.key ?? []));
		expect(ticks).toEqual(['rightOfficeUnknown']);
		expect(unknownTexts('O13', { fields: { rightOfficeUnknown: 'yes' } })).toEqual({
			rightOffice: '经查，本机关不能确定。',
		});
		expect(unknownTexts('O13', { fields: {} })).toEqual({});
		expect(unknownTexts('O1', { fields: { rightOfficeUnknown: 'yes' } })).toEqual({});
	});
});

describe('the order of decision (law.md §4.4)', () => {
	test('asks five questions in their order', () => {
		expect(DECISION_STEPS.map(({ question }) => question.slice(0, 3))).toEqual([
			'补不补',
			'该不该',
			'有没有',
			'给不给',
			'当不当',
		]);
	});

	test('places every outcome that can be chosen exactly once', () => {
		const placed = DECISION_STEPS.flatMap(({ outcomes }) => outcomes);
		expect(new Set(placed).size).toBe(placed.length);
		expect([...placed].sort()).toEqual(OUTCOME_CODES.filter((code) => !['O21', 'O22', 'O23'].includes(code)).sort());
	});

	test('refuses outcomes that are never chosen: they are the end of a missed period or a withdrawal', () => {
		for (const code of ['O21', 'O22', 'O23'] as const) {
			expect(isProposable(code)).toBe(false);
			expect(keys(code, filled(code))).toEqual(['decision.outcome']);
		}
	});

	test('every outcome that can be chosen has a letter', () => {
		for (const code of OUTCOME_CODES.filter(isProposable)) expect(OUTCOMES[code].letter).not.toBeNull();
	});
});

describe('the blanks of an outcome', () => {
	test('are those of its letter, less what is computed, and the evidence the file must hold', () => {
		expect(askedFields('O1').map(({ key }) => key)).toEqual(['where']);
		expect(askedFields('O2').map(({ key }) => key)).toEqual(['form', 'time']);
		expect(askedFields('O3').map(({ key }) => key)).toEqual(['openPart']);
		expect(askedFields('O4').map(({ key }) => key)).toEqual(['reason', 'secrecyMark', 'secrecyPeriod']);
		expect(askedFields('O12').map(({ key }) => key)).toEqual(['search']);
		expect(askedFields('O17').map(({ key }) => key)).toEqual(['earlierNumber', 'earlierDate']);
	});

	test('no key stands twice in one form', () => {
		for (const code of OUTCOME_CODES) {
			const asked = askedFields(code).map(({ key }) => key);
			expect(new Set(asked).size).toBe(asked.length);
		}
	});

	test('each empty one is named beside its input', () => {
		for (const code of OUTCOME_CODES.filter(isProposable)) {
			const issues = checkDecision(code, decisionDetails.parse({}), nothing);
			for (const { key, label } of askedFields(code)) {
				expect(issues).toContainEqual({
					key: 'decision.field',
					field: `fields.${key}`,
					message: expect.stringContaining(`请填写「${label}」`),
				});
			}
		}
	});

	test('blank space does not fill one', () => {
		expect(keys('O1', decisionDetails.parse({ fields: { where: ' \n ' } }))).toEqual(['decision.field']);
	});

	test('what the file must hold never needs the letter', () => {
		for (const code of Object.keys(EVIDENCE_FIELDS) as OutcomeCode[]) {
			const letter = OUTCOMES[code].letter;
			const own = letter ? LETTERS[letter].fields.map(({ key }) => key) : [];
			for (const { key } of EVIDENCE_FIELDS[code] ?? []) expect(own).not.toContain(key);
		}
	});
});

describe('evidence', () => {
	test('不存在 stands on a search record', () => {
		expect(keys('O12', filled('O12'))).toEqual(['decision.search']);
		expect(keys('O12', filled('O12'), { searches: 1 })).toEqual([]);
	});

	test('补正后仍不明确 comes after a supplement was asked for and given', () => {
		expect(keys('O15', filled('O15'))).toEqual(['decision.supplement']);
		expect(keys('O15', filled('O15'), { supplementAnswered: true })).toEqual([]);
	});

	test('不予处理 under Art 35 comes after reasons were found wanting', () => {
		for (const explanation of ['none', 'asked', 'reasonable'] as const) {
			expect(keys('O19', filled('O19'), { explanation })).toEqual(['decision.explanation']);
		}
		expect(keys('O19', filled('O19'), { explanation: 'unreasonable' })).toEqual([]);
	});

	test('第三方合法权益 comes after the third party was asked and did not agree', () => {
		expect(keys('O7', filled('O7'))).toEqual(['decision.thirdParty']);
		expect(keys('O7', filled('O7'), { consultations: [consulted(null)] })).toEqual(['decision.thirdParty']);
		expect(keys('O7', filled('O7'), { consultations: [consulted('agree')] })).toEqual(['decision.thirdParty']);
		expect(keys('O7', filled('O7'), { consultations: [consulted('answered', 'agency')] })).toEqual([
			'decision.thirdParty',
		]);
		for (const reply of ['refuse', 'refuseWithoutReason', 'silent'] as const) {
			expect(keys('O7', filled('O7'), { consultations: [consulted(reply)] })).toEqual([]);
		}
	});

	test('the other outcomes ask for nothing but their blanks', () => {
		const free = OUTCOME_CODES.filter(
			(code) => isProposable(code) && !['O2', 'O3', 'O7', 'O12', 'O15', 'O19'].includes(code),
		);
		expect(free.length).toBe(14);
		for (const code of free) expect(keys(code, filled(code))).toEqual([]);
	});
});

describe('giving information', () => {
	test('needs papers, or a list in words', () => {
		expect(keys('O2', filled('O2'))).toEqual(['decision.nothing']);
		expect(keys('O2', filled('O2', { enclosureIds: [4] }), { enclosures: [4] })).toEqual([]);
		const told = filled('O2');
		expect(keys('O2', { ...told, fields: { ...told.fields, enclosures: '资金使用明细表一份' } })).toEqual([]);
	});

	test('never hands out a paper of another case', () => {
		expect(keys('O2', filled('O2', { enclosureIds: [4, 99] }), { enclosures: [4] })).toEqual(['decision.enclosure']);
	});

	test('is only O2 and O3, which go through secrecy review', () => {
		expect(OUTCOME_CODES.filter(givesInformation)).toEqual(['O2', 'O3']);
	});
});

describe('部分公开 (第三十七条)', () => {
	const part = { ground: '14-2', part: '技术参数', reason: '法律规定不得公开', evidence: '' } as const;

	test('lists each part withheld with its own ground and reason', () => {
		expect(keys('O3', filled('O3'))).toEqual(['decision.withheld']);
		expect(keys('O3', filled('O3', { withheld: [part] }))).toEqual([]);
	});

	// The office bears the proof (行政诉讼法第三十四条): a part is refused on no less than a whole.
	test.each([
		['14-1', '密级标识'],
		['14-3', '论证'],
		['16-1', '人事管理'],
		['16-2', '讨论记录'],
		['16-3', '案卷名称'],
	] as const)('asks for the proof of a part withheld under %s', (ground, word) => {
		const shown = (evidence: string) => filled('O3', { withheld: [{ ...part, ground, evidence }] });
		const [missing, ...more] = checkDecision('O3', shown(' '), nothing);
		expect([missing?.key, missing?.field, more]).toEqual(['decision.evidence', 'withheld.0.evidence', []]);
		expect(missing?.message).toContain(word);
		expect(keys('O3', shown('见案卷第3页'))).toEqual([]);
	});

	test('asks the third party first where a part is withheld for its sake (第三十二条)', () => {
		const withheld = [{ ...part, ground: '15' as const }];
		expect(keys('O3', filled('O3', { withheld }))).toEqual(['decision.thirdParty']);
		expect(keys('O3', filled('O3', { withheld }), { consultations: [consulted('agree')] })).toEqual([
			'decision.thirdParty',
		]);
		expect(keys('O3', filled('O3', { withheld }), { consultations: [consulted('silent')] })).toEqual([]);
	});

	test('says which part lacks what', () => {
		const withheld = [part, { ...part, part: ' ' }, { ...part, reason: '' }];
		const issues = checkDecision('O3', filled('O3', { withheld }), nothing);
		expect(issues.map(({ field }) => field)).toEqual(['withheld.1.part', 'withheld.2.reason']);
	});

	test('knows every ground of Arts 14 to 16 and no other', () => {
		expect(Object.keys(GROUNDS).sort()).toEqual(['14-1', '14-2', '14-3', '15', '16-1', '16-2', '16-3']);
		expect(decisionDetails.safeParse({ withheld: [{ ...part, ground: '36-7' }] }).success).toBe(false);
	});
});

describe('against the third party’s will (第三十二条)', () => {
	const refused = { consultations: [consulted('refuse')] };

	test('giving it out needs a reason to be told to them', () => {
		expect(keys('O1', filled('O1'), refused)).toEqual(['decision.override']);
		const reasoned = filled('O1');
		reasoned.fields.overrideReason = '不公开会对公共利益造成重大影响';
		expect(keys('O1', reasoned, refused)).toEqual([]);
	});

	test('holds for an objection without reasons too, not for silence or consent', () => {
		expect(overridesObjection('O2', filled('O2'), { consultations: [consulted('refuseWithoutReason')] })).toBe(true);
		expect(overridesObjection('O2', filled('O2'), { consultations: [consulted('silent')] })).toBe(false);
		expect(overridesObjection('O2', filled('O2'), { consultations: [consulted('agree')] })).toBe(false);
	});

	test('withholding it needs none', () => {
		expect(overridesObjection('O7', filled('O7'), refused)).toBe(false);
		const heeded = filled('O3', { withheld: [{ ground: '15', part: '参数', reason: '商业秘密', evidence: '' }] });
		expect(overridesObjection('O3', heeded, refused)).toBe(false);
		expect(keys('O3', heeded, refused)).toEqual([]);
		heeded.fields.overrideReason = '其余部分同样反对，但公共利益重大。';
		expect(overridesObjection('O3', heeded, refused)).toBe(true);
		const ignored = filled('O3', { withheld: [{ ground: '14-2', part: '参数', reason: '法律禁止', evidence: '' }] });
		expect(keys('O3', ignored, refused)).toEqual(['decision.override']);
	});
});

describe('the shape of details', () => {
	test('fills in what was left out', () => {
		expect(decisionDetails.parse({})).toEqual({ fields: {}, withheld: [], enclosureIds: [] });
	});

	test('keeps within bounds', () => {
		expect(decisionDetails.safeParse({ fields: { where: '长'.repeat(4001) } }).success).toBe(false);
		expect(decisionDetails.safeParse({ enclosureIds: Array.from({ length: 51 }, (_, n) => n) }).success).toBe(false);
		expect(decisionDetails.safeParse({ enclosureIds: [1.5] }).success).toBe(false);
	});
});
