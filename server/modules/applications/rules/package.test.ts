import { describe, expect, test } from 'vitest';
import { checksumFile, contentsLine, type Leaf, missingSeals, placeLeaves, sealsOf } from './package.ts';

const leaf = (title: string, change: Partial<Leaf> = {}): Leaf => ({
	...{ title, number: '', day: null, fileName: `${title}.docx`, sha256: null, content: new Uint8Array() },
	...change,
});

describe('a volume (第四十五条)', () => {
	test('is numbered behind its list of contents, and alike names stay apart', () => {
		const placed = placeLeaves([leaf('告知书'), leaf('告知书'), leaf('../申请材料')]);
		expect(placed.map(({ path }) => path)).toEqual(['002 告知书.docx', '003 告知书.docx', '004 _申请材料.docx']);
	});

	test('a line of the contents', () => {
		const [placed] = placeLeaves([leaf('告知书', { number: '公开复〔2026〕1号', day: '2026-06-01' })]);
		expect(placed && contentsLine(placed)).toEqual(['2', '告知书', '公开复〔2026〕1号', '2026年6月1日']);
	});
});

describe('what was there at archiving', () => {
	const seals = sealsOf([leaf('告知书', { sha256: 'aa' }), leaf('办理经过'), leaf('材料1', { sha256: 'bb' })]);

	test('only what was stored is sealed', () => {
		expect(seals).toEqual([
			{ title: '告知书', sha256: 'aa' },
			{ title: '材料1', sha256: 'bb' },
		]);
	});

	test('a paper exchanged or gone is named; one added later is none of these', () => {
		expect(missingSeals(seals, [{ sha256: 'bb' }, { sha256: 'aa' }, { sha256: 'cc' }])).toEqual([]);
		expect(missingSeals(seals, [{ sha256: 'bb' }, { sha256: 'xx' }])).toEqual(['告知书']);
	});
});

test('the list of hashes is what sha256sum reads', () => {
	expect(checksumFile([{ path: '001 目录.docx', sha256: 'ab' }])).toBe('ab  001 目录.docx\n');
});
