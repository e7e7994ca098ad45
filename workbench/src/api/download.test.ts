import { describe, expect, it } from 'vitest';
import { fileNameOf } from './download.ts';

describe('the name of a download', () => {
	it('is read from the encoded form the server sends', () => {
		const name = '政府信息公开申请答复书.docx';
		expect(fileNameOf(`attachment; filename*=UTF-8''${encodeURIComponent(name)}`)).toBe(name);
	});

	it('prefers the encoded form, and takes the plain one alone', () => {
		expect(fileNameOf(`attachment; filename="a.txt"; filename*=UTF-8''%E7%94%B2.txt`)).toBe('甲.txt');
		expect(fileNameOf('attachment; filename="a.txt"')).toBe('a.txt');
	});

	it.each([null, '', 'inline', "attachment; filename*=UTF-8''%E7%94"])('is unknown in %j', (header) => {
		expect(fileNameOf(header)).toBeNull();
	});
});
