import { describe, expect, it } from 'vitest';
import { linkAddress } from './link-address.ts';
import { fileOfData, picturesOf } from './picture-file.ts';

describe('the address of a link', () => {
	it.each([
		['https://www.linlan.example/a?b=1', 'https://www.linlan.example/a?b=1'],
		['www.linlan.example', 'https://www.linlan.example/'],
		['  http://a.example/政策 ', 'http://a.example/%E6%94%BF%E7%AD%96'],
		['mailto:gongkai@linlan.example', 'mailto:gongkai@linlan.example'],
		['tel:0999-7600001', 'tel:0999-7600001'],
		['', ''],
		['   ', ''],
	])('%j → %j', (typed, address) => {
		expect(linkAddress(typed)).toBe(address);
	});

	it.each([
		'javascript:alert(1)',
		'file:///C:/a.docx',
		'data:text/html,x',
		'通知',
		'https://',
		'mailto:',
		'http://a b.example',
		'#top',
	])('%j is refused', (typed) => {
		expect(linkAddress(typed)).toBeNull();
	});
});

describe('a picture that was pasted as data', () => {
	it('becomes a file with its kind', async () => {
		const file = fileOfData('data:image/png;base64,iVBORw0KGgo=', 2);
		expect(file?.name).toBe('粘贴的图片2.png');
		expect([...new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0))]).toEqual([
			137, 80, 78, 71, 13, 10, 26, 10,
		]);
		expect(fileOfData('data:image/jpeg;base64,/9j/', 1)?.name).toBe('粘贴的图片1.jpg');
	});

	it.each([
		'data:image/svg+xml;base64,PHN2Zz4=',
		'data:text/html;base64,PGI+',
		'data:image/png;base64,***',
		'https://a.example/x.png',
	])('%j is none', (data) => {
		expect(fileOfData(data, 1)).toBeNull();
	});
});

describe('files of a paste', () => {
	const png = new File(['x'], 'a.png', { type: 'image/png' });
	const paper = new File(['x'], 'a.docx', { type: 'application/msword' });
	const transfer = (html: string) => ({
		files: [png, paper],
		getData: (type: string) => (type === 'text/html' ? html : ''),
	});

	it('are the pictures among them', () => {
		expect(picturesOf(transfer(''))).toEqual([png]);
		expect(picturesOf(transfer('<img src="file:///x">&nbsp;'))).toEqual([png]);
	});

	it('are none when text came with them: Word adds a picture of the text', () => {
		expect(picturesOf(transfer('<p>通知</p>'))).toEqual([]);
		expect(picturesOf(null)).toEqual([]);
	});
});
