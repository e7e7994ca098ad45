import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { readPdf } from '../../../../test/pdf.ts';
import { type Block, paragraph, writePdf } from '../../../platform/documents/index.ts';
import { maskFile } from './mask-file.ts';

const MOBILE = '13800138000';

async function made(blocks: readonly Block[]) {
	const bytes = await writePdf({ title: '救助名单', blocks });
	// What reads a pdf is loaded before its limits of time begin.
	await readPdf(bytes);
	return await maskFile({ bytes, fileName: '救助名单.pdf' });
}

it('a pdf becomes its words, masked, with its tables as tables: nothing of the old file goes along', async () => {
	const widths = [40, 60, 56];
	const rows = [
		['户主', '类别', '电话'],
		['李建国', '低保', MOBILE],
		['张桂英', '残疾', '13900139000'],
	].map((cells) => cells.map((text) => ({ text })));
	const masked = await made([paragraph('办理时限二十日。'), { kind: 'table', widths, rows }]);
	if (!('blocks' in masked)) throw new Error(JSON.stringify(masked));
	expect(masked.how).toBe('remade');
	const copy = await writePdf({ title: '副本', blocks: masked.blocks });
	const { text } = await readPdf(copy);
	for (const kept of ['办理时限二十日', '户主', '李**', '138******00', '张**']) expect(text).toContain(kept);
	for (const gone of [MOBILE, '13900139000', '李建国', '张桂英']) {
		expect(text).not.toContain(gone);
		expect(Buffer.from(copy).includes(gone)).toBe(false);
	}
}, 60_000);

it('a pdf that says nothing of anybody has no copy', async () => {
	expect(await made([paragraph('办理时限二十日。')])).toEqual({ refused: 'nothing' });
}, 60_000);

it.each([
	['旧表.xls', 'kind'],
	['程序.exe', 'kind'],
	['坏.docx', 'nothing'],
	['坏.jpg', 'failed'],
	['坏.pdf', 'failed'],
])('%s is refused: %s', async (fileName, refused) => {
	expect(await maskFile({ bytes: strToU8('%PDF-1.4 无'), fileName })).toEqual({ refused });
});
