import { describe, expect, it } from 'vitest';
import type { Content, DocumentDetail } from '../api.ts';
import { plainBody, shownBody, storedBody } from './body.ts';
import { documentDraft } from './draft-kind.ts';
import { FIELD_LABELS, labelOf, spoken } from './fields.ts';
import { contentOf, valuesOf } from './values.ts';

const content: Content = {
	type: 'notice',
	columnId: 12,
	title: '关于开展河道清理的通知',
	documentNumber: '',
	issuer: '柳溪镇人民政府',
	formedOn: '2026-05-20',
	changedOn: null,
	expiresOn: null,
	theme: '',
	genre: '通知',
	attribute: 'active',
	ground: '',
	groundNote: '',
	summary: '',
	keywords: [],
	responsibleUnit: '党政综合办公室',
	code: '',
	body: '<p>正文。</p>',
	attachments: [],
	lateReason: '',
	changeNote: '',
	interprets: null,
	origin: null,
};

describe('the inputs of a draft', () => {
	it('leave a choice that was not made empty, so that its placeholder is shown', () => {
		expect(valuesOf(content)).toMatchObject({ theme: undefined, ground: undefined, code: undefined, genre: '通知' });
	});

	it('give back exactly what they were given: an untouched draft is not saved', () => {
		expect(JSON.stringify(contentOf(valuesOf(content)))).toBe(JSON.stringify(content));
	});

	it('give back what a cleared choice means', () => {
		expect(contentOf({ ...valuesOf(content), genre: undefined }).genre).toBe('');
	});

	it('drop the ground of not opening once it is to be opened, and keep it else', () => {
		const closed = {
			...valuesOf(content),
			attribute: 'withheld' as const,
			ground: '16-1' as const,
			groundNote: '内部',
		};
		expect(contentOf(closed)).toMatchObject({ attribute: 'withheld', ground: '16-1', groundNote: '内部' });
		expect(contentOf({ ...closed, attribute: 'active' })).toMatchObject({ ground: '', groundNote: '' });
	});

	it('keep keywords without blanks and doubles, in order', () => {
		const keywords = [' 防汛', '', '应急', '防汛 ', '  '];
		expect(contentOf({ ...valuesOf(content), keywords }).keywords).toEqual(['防汛', '应急']);
	});
});

describe('the pictures of a body', () => {
	it('are shown from the API and kept by their number', () => {
		const stored = '<p>图</p><img src="attachment:12" alt="示意"><img src="attachment:3">';
		const shown = shownBody(stored, 7);
		expect(shown).toContain('src="/api/documents/7/attachments/12"');
		expect(storedBody(shown, 7)).toBe(stored);
	});

	it('of another document are left for the server to refuse', () => {
		const foreign = '<p>图</p><img src="/api/documents/8/attachments/12">';
		expect(storedBody(foreign, 7)).toBe(foreign);
	});

	it('that are still on their way are not saved as data', () => {
		expect(storedBody('<p>图</p><img class="x" src="data:image/png;base64,AAAA" alt="图">', 7)).toBe('<p>图</p>');
	});
});

describe('a body', () => {
	it.each(['', '<p></p>', '<p></p><p>&nbsp;</p>', '<p><br></p>'])('of %j is empty', (html) => {
		expect(storedBody(html, 7)).toBe('');
	});

	it.each(['<hr>', '<table><tbody><tr><td></td></tr></tbody></table>', '<p>字</p>'])('of %j is not', (html) => {
		expect(storedBody(html, 7)).toBe(html);
	});

	it('is compared as text: a line a paragraph, pictures named, letters as typed', () => {
		const html =
			'<h2>一、目标</h2><p>甲&amp;乙 &lt;3</p><table><tr><th>村</th><td>数</td></tr></table><img src="attachment:1"><p>完</p>';
		expect(plainBody(html)).toBe('一、目标\n甲&乙 <3\n村 数 \n〔图片〕完');
	});
});

describe('a field in words', () => {
	const options = {
		types: [{ value: 'notice', label: '通知公告', column: 'notices', genre: '通知', numbered: false, made: false }],
		genres: [],
		themes: [],
		attributes: [{ value: 'active', label: '主动公开' }],
		grounds: [{ value: '16-1', label: '内部事务信息（第十六条第一款）' }],
		validities: [],
		states: [],
		conclusions: [],
		questions: [],
		origins: [],
		opinions: [],
	};
	const names = { options, columnName: (id: number) => (id === 12 ? '通知公告栏' : '') };

	it('is never a code', () => {
		expect(spoken(content, 'type', names)).toBe('通知公告');
		expect(spoken(content, 'attribute', names)).toBe('主动公开');
		expect(spoken({ ...content, ground: '16-1' }, 'ground', names)).toBe('内部事务信息（第十六条第一款）');
		expect(spoken(content, 'columnId', names)).toBe('通知公告栏');
	});

	it('joins several and counts files', () => {
		expect(spoken({ ...content, keywords: ['防汛', '应急'] }, 'keywords', names)).toBe('防汛、应急');
		expect(spoken({ ...content, attachments: [4, 9] }, 'attachments', names)).toBe('2个文件');
	});

	it('is empty when nothing was given', () => {
		expect(spoken(content, 'expiresOn', names)).toBe('');
		expect(spoken(content, 'theme', names)).toBe('');
		expect(labelOf(undefined, 'active')).toBe('');
		expect(labelOf(options.attributes, 'secret')).toBe('');
	});

	it('has a name for every field there is', () => {
		expect(Object.keys(FIELD_LABELS).sort()).toEqual(Object.keys(content).sort());
	});
});

describe('a document as a draft', () => {
	it('tells its version, text, what is missing, and whether it may be written', () => {
		const missing = [{ key: 'need.summary', message: '请填写内容概述。', field: 'summary' }];
		const record = { version: 4, content, mayEdit: false, missing } as unknown as DocumentDetail;
		expect(documentDraft(7).textOf(record)).toEqual({ version: 4, content, editable: false, missing });
		expect(documentDraft(7).name).toBe('document:7');
	});
});
