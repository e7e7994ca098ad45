import { describe, expect, it } from 'vitest';
import { hasSecretMark, secretIssues } from './secret-mark.ts';

describe('the mark of a state secret (保守国家秘密法, law.md §5.9)', () => {
	it.each(['秘密★10年', '机密 ★ 长期', '绝密★启封前', '机密☆', '密级：机密', '密 级:秘密', '工作秘密★'])(
		'%s is one',
		(text) => {
			expect(hasSecretMark(`柳溪镇文件　${text}　第1号`)).toBe(true);
		},
	);

	it.each([
		'《保守国家秘密法》',
		'本机关没有国家秘密、工作秘密',
		'密级：　　　保密期限：',
		'密级：无',
		'商业秘密、个人隐私',
		'★ 便民提示',
		'确定为机密的，由定密责任人审核',
	])('%s is none', (text) => {
		expect(hasSecretMark(text)).toBe(false);
	});

	it('is told beside the field it stands in, also where markup parts it', () => {
		const content = { title: '关于演练的通知', documentNumber: '', summary: '', body: '<p>机密<b>★</b>10年</p>' };
		expect(secretIssues(content).map(({ field }) => field)).toEqual(['body']);
		expect(secretIssues({ ...content, title: '秘密★5年 通知' }).map(({ field }) => field)).toEqual(['title', 'body']);
		expect(secretIssues({ ...content, body: '<p>依照保守国家秘密法审查。</p>' })).toEqual([]);
	});
});
