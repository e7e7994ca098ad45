import { profiles } from 'annual-report/audit';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readOutside, storable, verifyOutside } from './thread.ts';

const TEXT = '柳溪镇2024年政府信息公开工作年度报告\n一、总体情况\n全年公开信息12条。\n';

const bytes = new TextEncoder().encode(TEXT);

describe('reading a file apart', () => {
	it('answers the report', async () => {
		const parts = await readOutside({ bytes, fileName: '报告.txt' });
		expect(parts).toMatchObject([
			{ fileName: '报告.txt', answer: { report: { form: 'none', year: 2024, file: '报告.txt' } } },
		]);
	});

	it('answers the sentence of the library for what cannot be read', async () => {
		const parts = await readOutside({ bytes: new Uint8Array(), fileName: '空.txt' });
		expect(parts).toEqual([{ fileName: '空.txt', answer: { failure: expect.stringMatching(/。$/) } }]);
	});

	it('answers every report of an archive, and audits them beside each other', async () => {
		const archive = zipSync({ 'a.txt': bytes, 'b.txt': strToU8(''), 'c.txt': bytes });
		const parts = await verifyOutside({ bytes: archive, fileName: '各镇.zip' });
		expect(parts.map(({ fileName, answer }) => [fileName, 'report' in answer])).toEqual([
			['各镇.zip!/a.txt', true],
			['各镇.zip!/b.txt', false],
			['各镇.zip!/c.txt', true],
		]);
		expect(parts[0]?.findings.length).toBeGreaterThan(0);
		// Whoever calls says how strictly it judges.
		const severities = { 'N-SEC': 'info' as const };
		const mild = { ...profiles.import, name: '青河县', severities };
		const [first] = await verifyOutside({ bytes: archive, fileName: '各镇.zip', profile: mild });
		expect(first?.findings.find(({ rule }) => rule === 'N-SEC')?.severity).toBe('info');
		expect(parts[1]?.findings).toEqual([]);
	});
});

describe('what a database can store', () => {
	it('has neither NUL nor half of a surrogate pair, anywhere in it', async () => {
		const [part] = await readOutside({ bytes, fileName: '报告.txt' });
		if (!part || !('report' in part.answer)) throw new Error('not read');
		const { answer } = part;
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
