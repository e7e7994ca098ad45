import { ReadError } from 'annual-report';
import { describe, expect, it } from 'vitest';
import { readOutside, storable } from './thread.ts';

const TEXT = '柳溪镇2024年政府信息公开工作年度报告\n一、总体情况\n全年公开信息12条。\n';

describe('reading a file apart', () => {
	it('answers the report', async () => {
		const answer = await readOutside({ bytes: new TextEncoder().encode(TEXT), fileName: '报告.txt' });
		expect(answer).toMatchObject({ report: { form: 'none', year: 2024, file: '报告.txt' } });
	});

	it('answers the sentence of the library for what cannot be read', async () => {
		const answer = await readOutside({ bytes: new Uint8Array(), fileName: '空.txt' });
		expect(answer).toEqual({ failure: expect.stringMatching(/。$/) });
		expect(ReadError).toBeDefined();
	});
});

describe('what a database can store', () => {
	it('has neither NUL nor half of a surrogate pair, anywhere in it', async () => {
		const answer = await readOutside({ bytes: new TextEncoder().encode(TEXT), fileName: '报告.txt' });
		if (!('report' in answer)) throw new Error(answer.failure);
		const dirty = {
			...answer.report,
			title: '甲\u0000乙',
			lines: [{ text: '残\ud800缺', at: { line: 1 } }],
			cells: { 't2.fee.wan': { value: null, state: 'unreadable' as const, raw: '\udc00' } },
		};
		const clean = storable(dirty);
		expect(clean.title).toBe('甲乙');
		expect(clean.lines[0]?.text).toBe('残\ufffd缺');
		expect(clean.cells['t2.fee.wan']?.raw).toBe('\ufffd');
		expect(clean.sections).toEqual(answer.report.sections);
	});
});
