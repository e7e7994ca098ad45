import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fileNamePart, zip } from './zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a zip', () => {
	test('gives back what was put in, Chinese names and folders too', () => {
		const packed = zip([
			{ name: '01 目录.txt', content: bytes('一') },
			{ name: '材料/申请表.txt', content: bytes('二') },
		]);
		const found = unzipSync(packed);
		expect(Object.keys(found)).toEqual(['01 目录.txt', '材料/申请表.txt']);
		expect(new TextDecoder().decode(found['材料/申请表.txt'])).toBe('二');
	});

	test('is the same bytes every time', async () => {
		const pack = () => zip([{ name: 'a.txt', content: bytes('同') }]);
		const first = pack();
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(Buffer.compare(first, pack())).toBe(0);
	});

	test.each(['../x', 'a/../b', '/etc', 'a//b', ''])('refuses the name «%s»', (name) => {
		expect(() => zip([{ name, content: bytes('x') }])).toThrow();
	});

	test('refuses two entries of one name: one of them would be lost', () => {
		const twice = [1, 2].map(() => ({ name: 'a', content: bytes('x') }));
		expect(() => zip(twice)).toThrow(/twice/);
	});
});

test.each([
	['申请表.docx', '申请表.docx'],
	['../../etc/passwd', '_.._etc_passwd'],
	['a<b>:c|d?.pdf', 'a_b__c_d_.pdf'],
	['  .隐藏. ', '隐藏'],
	['', '_'],
	[`${'长'.repeat(200)}.pdf`, `${'长'.repeat(80)}.pdf`],
])('%s becomes a safe name', (given, safe) => {
	expect(fileNamePart(given)).toBe(safe);
});
