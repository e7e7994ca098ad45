import { describe, expect, test } from 'vitest';
import { ACCEPTED_FILES, checkAttachments } from './attachments.ts';

const file = (fileName: string, mediaType: string, size = 100) => ({ fileName, mediaType, size });
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('what may be attached', () => {
	test.each([
		file('身份证.jpg', 'image/jpeg'),
		file('授权书.pdf', 'application/pdf'),
		file('说明.docx', DOCX),
		file('旧文件.doc', 'application/x-cfb'),
		file('版式.ofd', 'application/zip'),
		file('说明.txt', 'application/octet-stream'),
		file('表.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
	])('$fileName ($mediaType)', (given) => expect(checkAttachments([given])).toEqual([]));

	test.each([
		file('说明.docx', 'application/x-msdownload'),
		file('说明.docx', 'application/octet-stream'),
		file('照片.jpg', 'application/x-elf'),
		file('压缩.zip', 'application/zip'),
		file('说明.docx', 'application/zip'),
		file('页面.html', 'application/octet-stream'),
		file('脚本.txt.exe', 'application/x-msdownload'),
		file('录像.mp4', 'video/mp4'),
	])('not $fileName that is $mediaType: the bytes decide, not the name', (given) => {
		const [found] = checkAttachments([given]);
		expect(found).toMatchObject({ field: 'files', key: 'files.kind' });
		expect(found?.message).toContain(given.fileName);
	});

	test('not an empty file, and each wrong file is named', () => {
		const issues = checkAttachments([
			file('空.pdf', 'application/pdf', 0),
			file('好.pdf', 'application/pdf'),
			file('坏.exe', 'application/x-msdownload'),
		]);
		expect(issues.map(({ key }) => key)).toEqual(['files.empty', 'files.kind']);
	});

	test('the list the browser offers holds no program', () => {
		expect(ACCEPTED_FILES).not.toMatch(/exe|bat|js|html|zip/);
	});
});
