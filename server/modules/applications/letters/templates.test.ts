import { describe, expect, test } from 'vitest';
import { LETTER_IDS, type LetterId, OUTCOME_CODES, type OutcomeCode } from '../../../law/codes.ts';
import { COMMON_FIELDS, fieldsOf, LETTERS } from '../../../law/letters.ts';
import { OUTCOMES } from '../../../law/outcomes.ts';
import { decisionDetails } from '../rules/decision.ts';
import { answerValues } from './answer-values.ts';
import { ANSWERS, BY_OUTCOME } from './answers.ts';
import { templateOf } from './index.ts';
import { PAPERS } from './papers.ts';
import { CONSULTING, PROCEDURAL } from './procedural.ts';
import { blanksOf, fillTemplate, type Template } from './template.ts';
import { basisOf, commonValues, formOfAddress, quotedContent } from './values.ts';

/** Every template with the letter and, where one letter serves several, the outcome it is for. */
const all: [string, LetterId, OutcomeCode | undefined, Template][] = [
	...LETTER_IDS.filter((id) => id !== 'D32' && !['D15', 'D26', 'D28'].includes(id)).map(
		(id): [string, LetterId, OutcomeCode | undefined, Template] => [id, id, undefined, templateOf(id)],
	),
	...(Object.keys(BY_OUTCOME) as OutcomeCode[]).map((code): [string, LetterId, OutcomeCode | undefined, Template] => {
		const letter = OUTCOMES[code].letter ?? 'D15';
		return [`${letter} ${code}`, letter, code, templateOf(letter, code)];
	}),
];

const office = {
	id: 1,
	slug: 'liuxi',
	name: '柳溪镇人民政府',
	shortName: '柳溪镇',
	kind: 'township' as const,
	parentId: 2,
	code: '',
	areaCode: '',
	address: '镇中街1号',
	postcode: '',
	phone: '0999-8100001',
	fax: '',
	email: '',
	officeHours: '',
	contactOffice: '党政综合办公室',
	reviewBody: '青河县人民政府',
	court: '青河县人民法院',
	reviewUrl: '',
	head: '',
	position: 1,
	status: 'active' as const,
	mergedInto: null,
	revision: 1,
};
const application = {
	id: 7,
	officeId: 1,
	state: 'handling' as const,
	number: '柳溪公开〔2026〕12号',
	queryFingerprint: null,
	channel: 'portal' as const,
	applicantKind: 'natural' as const,
	title: '2025年农村道路养护资金使用情况。',
	documentNumber: '柳政发〔2025〕8号',
	features: '涉及上溪村的部分，',
	form: 'paper' as const,
	delivery: 'post' as const,
	assisted: false,
	assistance: '',
	onBehalf: false,
	notify: 'none' as const,
	submittedOn: '2026-06-01',
	arrivedOn: '2026-06-01',
	confirmedOn: '2026-06-02',
	receivedOn: '2026-06-02',
	handlerId: null,
	outcome: null,
	concludedOn: null,
	createdAt: new Date(),
};

describe('the set of letters', () => {
	test('has a template for D01 to D31; D32 is of another module', () => {
		const known = new Set(all.map(([, id]) => id));
		expect(LETTER_IDS.filter((id) => !known.has(id))).toEqual(['D32']);
		expect(() => templateOf('D32')).toThrow('D32');
	});

	test('every outcome that ends in a letter has a body', () => {
		for (const code of OUTCOME_CODES) {
			const { letter } = OUTCOMES[code];
			if (letter !== null) expect(() => templateOf(letter, code)).not.toThrow();
		}
	});

	test('no letter stands in two groups', () => {
		const ids = [PROCEDURAL, CONSULTING, ANSWERS, PAPERS].flatMap((group) => Object.keys(group));
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe('each template', () => {
	test.each(all)('%s uses every blank the law asks this letter for', (_name, id, outcome, template) => {
		const asked = fieldsOf(id, outcome).map(({ key }) => key);
		const used = blanksOf(template);
		expect(asked.filter((key) => !used.includes(key))).toEqual([]);
	});

	test.each(all)('%s knows all its blanks', (_name, id, outcome, template) => {
		const known = [...fieldsOf(id, outcome), ...COMMON_FIELDS].map(({ key }) => key);
		// What forms print of the case besides, and how a letter speaks to its reader.
		const own = [
			'you',
			'remedy',
			'receivedBecause',
			'dueDay',
			'email',
			'agent',
			'submittedOn',
			'applicantKind',
			'channel',
		];
		const more = [
			'medium',
			'way',
			'letterTitle',
			'signature',
			'signedOn',
			'handler',
			'note',
			'outcome',
			'officeName',
			'information',
		];
		const free = [...known, ...own, ...more];
		expect(blanksOf(template).filter((key) => !free.includes(key))).toEqual([]);
	});

	test.each(all)('%s tells a remedy exactly when the law wants one', (_name, id, _outcome, template) => {
		const remedy = LETTERS[id].remedy;
		const tells = remedy === 'outcome' || remedy === 'R2';
		expect(blanksOf(template).includes('remedy')).toBe(tells);
	});

	test.each(all)('%s is sealed when it leaves the house', (_name, id, _outcome, template) => {
		expect(template.sealed).toBe(LETTERS[id].to !== 'file' && id !== 'D01');
	});

	test.each(all)('%s holds no leftover of a blank once filled, and no hole', (_name, _id, _outcome, template) => {
		const values = Object.fromEntries(blanksOf(template).map((key) => [key, `〈${key}〉`]));
		const text = JSON.stringify(fillTemplate(template, values));
		expect(text).not.toMatch(/\{\w+\}/);
		for (const key of blanksOf(template)) expect(text).toContain(`〈${key}〉`);
	});

	test.each(all)('%s will not be printed with a hole', (_name, _id, _outcome, template) => {
		const keys = blanksOf(template);
		const values = Object.fromEntries(keys.slice(1).map((key) => [key, 'x']));
		if (keys.length > 0) expect(() => fillTemplate(template, values)).toThrow(keys[0]);
	});

	test('to third parties and other offices never name who asked', () => {
		for (const id of ['D07', 'D10', 'D11', 'D12'] as const) {
			expect(blanksOf(templateOf(id))).not.toContain('applicantName');
			expect(blanksOf(templateOf(id))).not.toContain('content');
		}
	});
});

describe('filling in', () => {
	const template: Template = { parts: ['甲{a}乙', '{list}', '{empty}', '没有空'], addressed: false, sealed: false };

	test('leaves out a paragraph all of whose blanks are empty, and keeps one without blanks', () => {
		const blocks = fillTemplate(template, { a: '1', list: '一\n二', empty: ' ' });
		expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual([
			'甲1乙',
			'一\n二',
			'没有空',
		]);
	});

	test.each([
		['地址：{a}', '人民路8号', '地址：人民路8号。'],
		['地址：{a}', '人民路8号。', '地址：人民路8号。'],
		['地址：{a}', '见 https://a.gov.cn/b', '地址：见 https://a.gov.cn/b'],
		['因{a}，延期', '材料多。', '因材料多，延期'],
		['{a}', '一览表', '一览表'],
	])('%s with “%s” ends its sentence once', (part, a, text) => {
		const [block] = fillTemplate({ parts: [part], addressed: false, sealed: false }, { a });
		expect(block).toMatchObject({ text });
	});

	test('does not read blanks in what was filled in', () => {
		const [first] = fillTemplate(template, { a: '{list}', list: '秘密', empty: '' });
		expect(first).toMatchObject({ text: '甲{list}乙' });
	});

	test('does not read signs of replacement in what was filled in', () => {
		const [first] = fillTemplate(template, { a: '$& $1 $$', list: 'x', empty: '' });
		expect(first).toMatchObject({ text: '甲$& $1 $$乙' });
	});

	test('forms fill the width: a label is bold, its value spans the rest', () => {
		const form: Template = {
			parts: [
				{
					widths: [30, 48, 30, 48],
					form: [
						['标题', '{a}'],
						['甲', '{a}', '乙', '{a}'],
					],
				},
			],
			addressed: false,
			sealed: false,
		};
		const [table] = fillTemplate(form, { a: '值' });
		expect(table).toMatchObject({
			kind: 'table',
			rows: [
				[
					{ text: '标题', bold: true, columnSpan: 1 },
					{ text: '值', bold: false, columnSpan: 3 },
				],
				[{ columnSpan: 1 }, { columnSpan: 1 }, { columnSpan: 1 }, { columnSpan: 1 }],
			],
		});
	});
});

describe('values', () => {
	test('what was asked for is quoted without the stop that would stand before the closing mark', () => {
		expect(quotedContent(application)).toBe(
			'2025年农村道路养护资金使用情况；文号：柳政发〔2025〕8号；涉及上溪村的部分',
		);
		expect(quotedContent({ ...application, documentNumber: '', features: '' })).toBe('2025年农村道路养护资金使用情况');
	});

	test('a long wish is cut, a line break made a space', () => {
		const long = quotedContent({ ...application, features: '长\n'.repeat(1000) });
		expect(long.length).toBeLessThan(310);
		expect(long).toMatch(/……$/);
		expect(long).not.toContain('\n');
	});

	test('speaks to a person as 您 and to an organisation as 你单位', () => {
		expect(formOfAddress({ applicantKind: 'natural' })).toBe('您');
		for (const applicantKind of ['business', 'research', 'welfare', 'legalService', 'otherOrg'] as const) {
			expect(formOfAddress({ applicantKind })).toBe('你单位');
		}
	});

	test('cites the articles of the outcome, or of the letter', () => {
		expect(basisOf('D15', 'O1')).toBe('《中华人民共和国政府信息公开条例》第三十六条第（一）项');
		expect(basisOf('D17', 'O4')).toContain('第十四条');
		expect(basisOf('D04')).toContain('第三十条');
		expect(basisOf('D06')).toContain('第三十三条第二款');
	});

	test('common blanks hold nothing of the applicant', () => {
		const values = commonValues({ application, office }, { template: 'D04' }, '2026-06-09');
		expect(Object.keys(values)).not.toContain('applicantName');
		expect(values.receivedOn).toBe('2026年6月2日');
		expect(values.date).toBe('2026年6月9日');
		expect(values.contact).toBe('联系人：党政综合办公室　联系电话：0999-8100001　地址：镇中街1号');
	});

	test('a letter can be told its article', () => {
		const values = commonValues({ application, office }, { template: 'D30', basis: '有关规定' }, '2026-06-09');
		expect(values.basis).toBe('有关规定');
	});
});

describe('the blanks of an answer', () => {
	const details = decisionDetails.parse({
		fields: { time: '收到本告知书之日' },
		withheld: [
			{ ground: '15', part: '技术参数。', reason: '属于第三方商业秘密；' },
			{ ground: '16-2', part: '讨论记录', reason: '过程性信息' },
		],
	});

	test('name the ground of a refusal as the table does', () => {
		expect(answerValues(application, 'O4', details, []).ground).toBe('“国家秘密”情形');
		expect(answerValues(application, 'O9', details, []).ground).toBe('“四类过程性信息”情形');
	});

	test('list each part withheld with ground and reason, one to a line', () => {
		const lines = answerValues(application, 'O3', details, []).withheldParts?.split('\n') ?? [];
		expect(lines).toEqual([
			'（一）技术参数属于商业秘密、个人隐私等第三方合法权益（第十五条），不予公开。理由：属于第三方商业秘密。',
			'（二）讨论记录属于过程性信息（第十六条第二款），不予公开。理由：过程性信息。',
		]);
	});

	test('list the papers handed out, unless the clerk wrote the list', () => {
		expect(answerValues(application, 'O2', details, ['明细表.pdf', '批复.pdf']).enclosures).toBe(
			'《明细表.pdf》、《批复.pdf》',
		);
		const written = decisionDetails.parse({ fields: { enclosures: '资金明细一份' } });
		expect(answerValues(application, 'O2', written, ['明细表.pdf']).enclosures).toBe('资金明细一份');
	});

	test('give the form asked for, unless another is given', () => {
		expect(answerValues(application, 'O2', details, []).form).toBe('纸面');
		expect(answerValues(application, 'O2', decisionDetails.parse({ fields: { form: '光盘' } }), []).form).toBe('光盘');
	});
});
