import { describe, expect, it } from 'vitest';
import { MAX_BYTES, refusalOf } from './file-check.ts';

describe('a chosen file', () => {
	it('is taken when ending and size fit', () => {
		expect(refusalOf({ name: '机关.xlsx', size: 10 }, { accept: ['.xlsx'] })).toBeNull();
		expect(refusalOf({ name: '机关.XLSX', size: 10 }, { accept: ['.xlsx'] })).toBeNull();
		expect(refusalOf({ name: '任何', size: MAX_BYTES }, {})).toBeNull();
	});

	it('is refused with its name and what would be taken', () => {
		const text = refusalOf({ name: '报告.exe', size: 10 }, { accept: ['.docx', '.pdf'] });
		expect(text).toBe('「报告.exe」不是可用的格式，请选择.docx、.pdf文件。');
	});

	it('is refused without an ending when endings are asked for', () => {
		expect(refusalOf({ name: 'README', size: 10 }, { accept: ['.pdf'] })).toContain('不是可用的格式');
		expect(refusalOf({ name: '.pdf', size: 10 }, { accept: ['.pdf'] })).toBeNull();
	});

	it('is refused when it is larger than the server takes, with both sizes', () => {
		const text = refusalOf({ name: '录像.mp4', size: 200 * 1024 * 1024 }, {});
		expect(text).toContain('200.0 MB');
		expect(text).toContain('100.0 MB');
	});

	it('is refused when it is empty', () => {
		expect(refusalOf({ name: 'a.docx', size: 0 }, { accept: ['.docx'] })).toContain('空文件');
	});
});
