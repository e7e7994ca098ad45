import { describe, expect, it } from 'vitest';
import { render, textOf } from '../testing/render.tsx';
import { type Move, MovesBar } from './moves-bar.tsx';

const move = (action: string, label: string, more: Partial<Move> = {}): Move => ({
	action,
	label,
	permitted: true,
	allowed: true,
	reasons: [],
	...more,
});

const nothing = () => Promise.resolve();
const bar = (moves: Move[], questions = {}, hide: string[] = []) =>
	render(<MovesBar moves={moves} onMove={nothing} questions={questions} hide={hide} />);
const buttons = (markup: string) => markup.match(/<button.*?<\/button>/gs) ?? [];

describe('MovesBar', () => {
	it('offers what is allowed, in the order of the server, the first as the main one', () => {
		const [first, second] = buttons(bar([move('submit', '提交审查'), move('delete', '删除')]));
		expect(textOf(first ?? '')).toBe('提交审查');
		expect(first).toContain('ant-btn-primary');
		expect(textOf(second ?? '')).toBe('删除');
		expect(second).not.toContain('ant-btn-primary');
	});

	it('does not make a dangerous move the main one', () => {
		const [first, second] = buttons(
			bar([move('withdraw', '撤回'), move('amend', '修订')], { withdraw: { danger: true } }),
		);
		expect(first).toContain('dangerous');
		expect(first).not.toContain('ant-btn-primary');
		expect(second).toContain('ant-btn-primary');
	});

	it('puts no other in the place of a main move that waits', () => {
		const reasons = [{ key: 'owed', message: '尚未提出意见。' }];
		const shown = buttons(bar([move('sign', '签发', { allowed: false, reasons }), move('back', '退回修改')]));
		expect(shown).toHaveLength(2);
		for (const one of shown) expect(one).not.toContain('ant-btn-primary');
	});

	it('hides what the person has no permission for, without telling why', () => {
		const markup = bar([
			move('sign', '签发', { permitted: false, allowed: false, reasons: [{ key: 'x', message: '机密理由' }] }),
		]);
		expect(textOf(markup)).toBe('');
	});

	it('keeps what is not possible yet, says why beside it, and lets the keyboard reach it', () => {
		const reasons = [{ key: 'secrecy', message: '尚未完成保密审查。' }];
		const markup = bar([move('sign', '签发', { allowed: false, reasons })]);
		const [button] = buttons(markup);
		expect(button).toContain('aria-disabled="true"');
		expect(button).not.toContain(' disabled=""');
		const described = /aria-describedby="([^"]+)"/.exec(button ?? '')?.[1];
		expect(textOf(button ?? '')).toBe('签发');
		expect(markup).toContain(`id="${described}"`);
		expect(textOf(markup)).toContain('暂不能「签发」：尚未完成保密审查。');
	});

	it('leaves out moves that have a place of their own', () => {
		expect(textOf(bar([move('submit', '提交'), move('amend', '修订')], {}, ['amend']))).toBe('提交');
	});

	it('is a named group', () => {
		expect(bar([move('submit', '提交')])).toContain('aria-label="可办理的操作"');
	});
});
