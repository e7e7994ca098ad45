import { describe, expect, it } from 'vitest';
import { secretIssues } from './secret-mark.ts';

describe('the mark of a state secret in a draft (保守国家秘密法, law.md §5.9)', () => {
	const content = { title: '关于演练的通知', documentNumber: '', summary: '', body: '<p>机密<b>★</b>10年</p>' };
	const fields = (change: object) => secretIssues({ ...content, ...change }).map(({ field }) => field);

	it('is told beside the field it stands in, also where markup parts it', () => {
		expect(fields({})).toEqual(['body']);
		expect(fields({ title: '秘密★5年 通知', documentNumber: '秘密★' })).toEqual(['title', 'documentNumber', 'body']);
		expect(fields({ body: '<p>依照保守国家秘密法审查。</p>' })).toEqual([]);
		expect(fields({ body: '<table><tr><td>000001</td><td>机密★1年</td></tr></table>' })).toEqual(['body']);
		expect(fields({ body: '', summary: '秘密★5年' })).toEqual(['summary']);
	});

	it('a rule about secrecy may speak of it', () => {
		const body = '<h2>第三条</h2><p>涉密文件首页应当标明「<b>密级：秘密</b>」，标有机密★10年的文件由专人保管。</p>';
		expect(fields({ title: '“秘密★”标志的使用规定', body })).toEqual([]);
	});
});
