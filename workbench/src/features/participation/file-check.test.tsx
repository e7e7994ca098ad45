import { describe, expect, it } from 'vitest';
import { render, textOf } from '../../testing/render.tsx';
import { asksAboutFiles, FileCheck } from './file-check.tsx';

const CLEAN = { leaks: [], unread: [] };
const leak = { fileName: '名单.xlsx', kindLabel: '手机号码', around: '电话138******00' };
const unread = { fileName: '扫描件.pdf', why: '图片中的文字不能识别' };

describe('what was found in the files of a draft', () => {
	it('is nothing where nothing was found, and the signer is asked nothing', () => {
		expect(asksAboutFiles(CLEAN)).toBe(false);
		expect(textOf(render(<FileCheck check={CLEAN} />))).not.toMatch(/附件/);
	});

	it('says in which file and of which kind, masked, each place once', () => {
		const text = textOf(render(<FileCheck check={{ leaks: [leak, leak], unread: [] }} />));
		expect(text).toContain('疑似个人信息2处');
		expect(text.split('名单.xlsx：手机号码').length).toBe(2);
		expect(asksAboutFiles({ leaks: [leak], unread: [] })).toBe(true);
	});

	it('names the files somebody has to open, and why no program could', () => {
		const text = textOf(render(<FileCheck check={{ leaks: [], unread: [unread] }} />));
		for (const part of ['签发前须有人逐页核对', '扫描件.pdf：图片中的文字不能识别']) expect(text).toContain(part);
		expect(asksAboutFiles({ leaks: [], unread: [unread] })).toBe(true);
	});
});
