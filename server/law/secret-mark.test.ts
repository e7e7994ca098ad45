import { describe, expect, it } from 'vitest';
import { hasSecretMark, hasSecretMarkInName } from './secret-mark.ts';

describe('the mark of a state secret (保守国家秘密法, law.md §5.9)', () => {
	it.each(['秘密★10年', '机密 ★ 长期', '绝密★启封前', '机密☆', '密级：机密', '密 级:秘密', '工作秘密★', '秘密★六个月'])(
		'%s in a line of its own is one',
		(text) => {
			for (const paper of [text, `　${text}　`, `\n${text}\n关于演练的通知`, `正文第一句，第二句。\n\n${text}\r\n附件`])
				expect(hasSecretMark(paper)).toBe(true);
		},
	);

	it.each([
		'柳溪镇文件　秘密★10年　第1号',
		'000001 机密★1年 特急',
		'000001机密★1年',
		'特急 秘密★5年',
		'柳溪镇文件秘密★10年',
		'秘密★10年柳溪镇文件',
		'密级：秘密 保密期限：10年',
		// A file whose lines were lost: blanks stand around the mark, a sentence comes later.
		'000001 机密★10年 柳溪镇人民政府 关于演练的通知 各村：现将方案印发，请执行。',
		'方案一，方案二。 绝密★长期 第三章，附则。',
	])('%s stands apart, so it is one', (text) => {
		expect(hasSecretMark(text)).toBe(true);
	});

	it.each([
		'涉密文件首页应当标明「密级：秘密」和保密期限',
		'“机密★10年”',
		'标志样式：《秘密★10年》',
		'国家秘密文件应当在首页标注密级：秘密，并写明期限。',
		'标有秘密★10年的文件由专人保管',
		'秘密★10年的文件应当登记',
		'各单位收到标注为机密★长期字样的文件后，应当当日登记；绝密★启封前的，由主要负责人签收。',
	])('%s speaks of one', (text) => {
		expect(hasSecretMark(`保密工作规则\n${text}\n第二条`)).toBe(false);
	});

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
		expect(hasSecretMarkInName(text)).toBe(false);
	});

	it('a quoted one does not hide one that is borne', () => {
		expect(hasSecretMark('「秘密★5年」\n机密★10年')).toBe(true);
		expect(hasSecretMark('「秘密★5年」　机密★10年')).toBe(true);
		// Brackets round nothing but the mark are a way of writing it.
		for (const head of ['【秘密★10年】', '　【机密★】', '000001　【绝密★启封前】'])
			expect(hasSecretMark(head)).toBe(true);
		expect(hasSecretMarkInName('【秘密★10年】')).toBe(true);
		// An opening mark alone quotes nothing.
		expect(hasSecretMark('「机密★10年')).toBe(true);
	});

	it('in a title or the name of a file every one counts, but a quoted one', () => {
		for (const name of ['机密★方案.docx', '关于演练的通知（秘密★5年）', '标注秘密★5年的文件'])
			expect(hasSecretMarkInName(name)).toBe(true);
		for (const name of ['“机密★”标志怎么用.docx', '「密级：秘密」的标法'])
			expect(hasSecretMarkInName(name)).toBe(false);
	});
});
