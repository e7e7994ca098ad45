import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { issue } from '../../kernel/issue.ts';
import {
	blankFields,
	CheckboxField,
	ErrorSummary,
	FileField,
	formState,
	LinkList,
	Notice,
	Pagination,
	RadioField,
	SelectField,
	StatusSteps,
	SummaryList,
	TableWrapper,
	TextAreaField,
	TextField,
} from './index.ts';
import { pageNumbers } from './pagination.tsx';

const html = (node: ReactNode) => renderToStaticMarkup(node);

describe('blankFields', () => {
	it('names each field that was sent empty, beside it', () => {
		const labels = { number: '申请编号', code: '查询码' };
		expect(blankFields({ number: ' \u3000', code: 'X' }, labels)).toEqual([
			{ key: 'form.blank', message: '请填写申请编号。', field: 'number' },
		]);
		expect(blankFields({}, labels).map(({ field }) => field)).toEqual(['number', 'code']);
		expect(blankFields({ number: '1', code: '2' }, labels)).toEqual([]);
	});
});

describe('a form that comes back', () => {
	const issues = [
		issue('name.missing', '请填写姓名。', 'name'),
		issue('name.short', '姓名至少两个字。', 'name'),
		issue('form.closed', '本机关暂停受理。'),
	];
	const form = formState({ name: '<b>李</b>', text: '' }, issues);

	it('keeps what was typed, escaped', () => {
		expect(html(<TextField label="姓名" {...form.field('name')} />)).toContain('value="&lt;b&gt;李&lt;/b&gt;"');
	});

	it('stands its messages beside the field and ties them to it', () => {
		const field = html(<TextField label="姓名" required hint="与证件一致" {...form.field('name')} />);
		expect(field).toMatch(/<input id="name"[^>]* name="name"/);
		expect(field).toContain('aria-describedby="name-hint name-error"');
		expect(field).toContain('aria-invalid="true"');
		expect(field).toContain('aria-required="true"');
		expect(field).toContain('id="name-error"');
		expect(field).toContain('请填写姓名。姓名至少两个字。');
		expect(field).toContain('（必填）');
	});

	it('marks nothing on a field that is right', () => {
		const field = html(<TextAreaField label="内容" {...form.field('text')} />);
		expect(field).not.toContain('aria-invalid');
		expect(field).not.toContain('aria-describedby');
		expect(field).not.toContain('field-error');
	});

	it('lists every issue on top, each leading to its field', () => {
		const summary = html(<ErrorSummary issues={issues} />);
		expect(summary.match(/href="#name"/g)).toHaveLength(2);
		expect(summary).toContain('<li>本机关暂停受理。</li>');
		expect(summary).toContain('role="alert"');
	});

	it('has no summary when nothing is wrong', () => {
		expect(html(<ErrorSummary issues={[]} />)).toBe('');
	});
});

describe('choices', () => {
	const options = [
		{ value: 'paper', label: '纸质' },
		{ value: 'mail', label: '电子邮件', hint: '发送至您填写的邮箱' },
	];

	it('keep the chosen one', () => {
		const field = html(<SelectField name="form" label="形式" options={options} value="mail" placeholder="请选择" />);
		expect(field).toContain('<option value="mail" selected="">');
		expect(field).toContain('<option value="">请选择</option>');
	});

	it('let the error summary reach the first radio', () => {
		const field = html(<RadioField name="form" label="形式" options={options} value="mail" error="请选择形式。" />);
		expect(field).toMatch(/<input type="radio" id="form"[^>]*value="paper"/);
		expect(field).toMatch(/id="form-mail"[^>]*checked=""/);
		expect(field).toContain('<fieldset');
		expect(field).toContain('<legend');
		expect(field).toContain('aria-describedby="form-error"');
	});

	it('tie a hint to its own choice', () => {
		const field = html(<RadioField name="form" label="形式" options={options} />);
		expect(field).toContain('aria-describedby="form-mail-hint"');
		expect(field).toContain('id="form-mail-hint"');
	});

	it('say what is wrong with a box that must be ticked', () => {
		const field = html(<CheckboxField name="agree" label="我已阅读" error="请先阅读并勾选。" />);
		expect(field).toContain('type="checkbox" id="agree"');
		expect(field).toContain('aria-describedby="agree-error"');
		expect(field).not.toContain('checked=""');
	});

	it('offer files by kind', () => {
		expect(html(<FileField name="proof" label="证明" accept=".pdf" multiple />)).toContain('accept=".pdf" multiple=""');
	});
});

describe('pages of a list', () => {
	it.each([
		[1, 1, [1]],
		[1, 3, [1, 2, 3]],
		[5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
		[1, 500, [1, 2, null, 499, 500]],
		[250, 500, [1, 2, null, 249, 250, 251, null, 499, 500]],
		[500, 500, [1, 2, null, 499, 500]],
	])('page %i of %i', (page, pages, numbers) => {
		expect(pageNumbers(page, pages)).toEqual(numbers);
	});

	it('has no links when there is one page', () => {
		expect(html(<Pagination page={1} pages={1} href={String} />)).toBe('');
	});

	it('marks the current page and links the neighbours', () => {
		const nav = html(<Pagination page={2} pages={3} href={(n) => `?page=${n}`} />);
		expect(nav).toContain('aria-current="page">2<');
		expect(nav).toContain('href="?page=1" rel="prev"');
		expect(nav).toContain('href="?page=3" rel="next"');
	});
});

describe('showing', () => {
	it('an empty value is a dash, a zero is a zero', () => {
		const list = html(
			<SummaryList
				rows={[
					{ label: '文号', value: '' },
					{ label: '件数', value: 0 },
				]}
			/>,
		);
		expect(list).toContain('<dd>—</dd>');
		expect(list).toContain('<dd>0</dd>');
	});

	it('a wide table can be scrolled with the keyboard', () => {
		const table = html(
			<TableWrapper caption="收费">
				<tbody />
			</TableWrapper>,
		);
		expect(table).toContain('tabindex="0"');
		expect(table).toContain('<caption>收费</caption>');
	});

	it('colour is never the only sign', () => {
		expect(html(<Notice kind="warning">逾期</Notice>)).toContain('注意：');
		const steps = html(<StatusSteps label="办理进度" steps={[{ label: '受理', state: 'current' }]} />);
		expect(steps).toContain('进行中');
		expect(steps).toContain('aria-current="step"');
	});

	it('a list without links says so', () => {
		expect(html(<LinkList links={[]} empty="暂无信息" />)).toContain('暂无信息');
		const list = html(<LinkList links={[{ href: '/d/1', title: 'A<', day: '2026-05-01' }]} empty="" />);
		expect(list).toContain('A&lt;');
		expect(list).toContain('<time dateTime="2026-05-01">');
	});
});
