import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { figuresOf, printed } from '../../fixtures/read/figures.setup.ts';
import { docxReport } from '../../fixtures/read/office-layouts.setup.ts';
import { type ReadMember, readReports } from './index.ts';

const TEXT = strToU8('柳溪镇2024年政府信息公开工作年度报告\n一、总体情况\n全年公开信息12条。\n');

async function all(bytes: Uint8Array, name = '年报.zip'): Promise<ReadMember[]> {
	const found: ReadMember[] = [];
	for await (const member of readReports(bytes, name)) found.push(member);
	return found;
}
const pack = (files: Zippable) => all(zipSync(files));
const told = (members: readonly ReadMember[]) =>
	members.map((member) => [member.file, 'report' in member ? member.report.form : member.failed]);

describe('a zip of reports', () => {
	it('gives each report under its name, folders too', async () => {
		const docx = await docxReport('2021', 2022, printed(figuresOf('2021', 4)));
		const found = await pack({ '2022/白石镇.docx': docx, '柳溪镇.txt': TEXT });
		expect(told(found)).toEqual([
			['年报.zip!/2022/白石镇.docx', '2021'],
			['年报.zip!/柳溪镇.txt', 'none'],
		]);
	});

	it('one that cannot be read never stops the others, and says its own sentence', async () => {
		const found = await pack({ 'a.docx': strToU8('MZ program'), 'b.txt': TEXT, 'c.docx': TEXT.slice(0, 0) });
		expect(told(found)).toEqual([
			['年报.zip!/a.docx', '这是一个可执行程序，不是年度报告，已拒绝读取。'],
			['年报.zip!/b.txt', 'none'],
			['年报.zip!/c.docx', '这个文件是空的，没有任何内容。'],
		]);
	});

	it('passes over what systems leave behind', async () => {
		const litter = { '__MACOSX/._a.txt': TEXT, '.DS_Store': TEXT, 'x/Thumbs.db': TEXT, 'a.txt': TEXT };
		expect(told(await pack(litter))).toEqual([['年报.zip!/a.txt', 'none']]);
	});

	it('reads the names of Chinese Windows', async () => {
		// 「年报.txt」 in GBK, as one character a byte; the flag for UTF-8 is not set.
		const raw = zipSync({ 'nnnn.txt': TEXT });
		const gbk = Buffer.from([0xc4, 0xea, 0xb1, 0xa8]);
		const patched = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
		for (let at = patched.indexOf('nnnn'); at >= 0; at = patched.indexOf('nnnn', at)) gbk.copy(patched, at);
		expect((await all(patched))[0]?.file).toBe('年报.zip!/年报.txt');
	});
});

describe('an archive that is up to something', () => {
	it('names that lead outside are refused, and nothing is written anywhere', async () => {
		const found = await pack({ '../../etc/passwd': TEXT, '/abs.txt': TEXT, 'ok.txt': TEXT });
		expect(told(found)).toEqual([
			['年报.zip!/../../etc/passwd', '文件名指向压缩包之外，已拒绝读取。'],
			['年报.zip!//abs.txt', '文件名指向压缩包之外，已拒绝读取。'],
			['年报.zip!/ok.txt', 'none'],
		]);
	});

	it('archives within it are not opened', async () => {
		const inner = zipSync({ 'a.txt': TEXT });
		expect(told(await pack({ 'inner.zip': inner }))).toEqual([
			['年报.zip!/inner.zip', '压缩包里的压缩包不再展开，请解压后上传。'],
		]);
	});

	it('a member that unpacks to more than a report ever is stops at its declared size', async () => {
		const found = await pack({ 'bomb.txt': new Uint8Array(35 * 1024 * 1024), 'a.txt': TEXT });
		expect(told(found)).toEqual([['年报.zip', '文件解压后过大，不是正常的年度报告，已拒绝读取。']]);
	});

	it('cut short, empty or locked, it is one sentence', async () => {
		const whole = zipSync({ 'a.txt': TEXT });
		for (const bytes of [whole.slice(0, whole.length / 2), zipSync({}), new Uint8Array()]) {
			const found = await all(bytes);
			expect(found).toHaveLength(1);
			expect(found[0]).toMatchObject({ failed: expect.stringMatching(/。$/) });
		}
	});
});

it('anything else is read as the one file it is', async () => {
	expect(told(await all(TEXT, 'a.txt'))).toEqual([['a.txt', 'none']]);
	expect(told(await all(strToU8('\x7fELF'), 'a.txt'))).toEqual([
		['a.txt', '这是一个可执行程序，不是年度报告，已拒绝读取。'],
	]);
});
