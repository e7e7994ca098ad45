import { describe, expect, it } from 'vitest';
import { ProblemError } from '../api/problem.ts';
import { render, textOf } from '../testing/render.tsx';
import { DescriptionList } from './description-list.tsx';
import { DueBadge } from './due-badge.tsx';
import { EmptyState } from './empty-state.tsx';
import { FormIssues } from './form-issues.tsx';
import { History } from './history.tsx';
import { PageHeader } from './page-header.tsx';
import { Forbidden, LoadFault, NotFound } from './refused.tsx';
import { RecoveredNote, SaveNote } from './save-note.tsx';
import { StatusTag } from './status-tag.tsx';
import { DateText, DateTimeText, MoneyText } from './text.tsx';
import { WholePage } from './whole-page.tsx';

const words = (element: React.ReactNode) => textOf(render(element));

describe('PageHeader', () => {
	it('holds the only h1 and leads back', () => {
		const markup = render(<PageHeader title="机关" subtitle="全部机关" back={{ to: '/people', label: '人员' }} />);
		expect(markup.match(/<h1/g)).toHaveLength(1);
		expect(markup).toContain('href="/people"');
		expect(textOf(markup)).toBe('人员 机关 全部机关');
	});

	it('leaves out what is not given', () => {
		expect(render(<PageHeader title="机关" />)).not.toContain('gk-subtitle');
	});
});

describe('dates and amounts', () => {
	it('carry what machines read beside what people read', () => {
		expect(render(<DateText day="2026-06-01" />)).toContain('<time dateTime="2026-06-01">2026年6月1日</time>');
		expect(words(<DateTimeText at="2026-06-01T01:05:00Z" />)).toBe('2026年6月1日 09:05');
		expect(words(<MoneyText yuan="1234.5" />)).toBe('1,234.50元');
	});

	it('are a dash when there is none, and zero is not none', () => {
		expect(words(<DateText day={null} />)).toBe('—');
		expect(words(<DateTimeText at={undefined} />)).toBe('—');
		expect(words(<MoneyText yuan={null} />)).toBe('—');
		expect(words(<MoneyText yuan={0} />)).toBe('0.00元');
	});
});

describe('StatusTag', () => {
	const look = { draft: ['草稿', 'default'] } as const;

	it('says the state in words', () => {
		expect(words(<StatusTag state="draft" look={look} />)).toBe('草稿');
	});

	it('never shows a code, also for a state of a newer server', () => {
		expect(words(<StatusTag state="archived" look={look} />)).toBe('未知状态');
		expect(words(<StatusTag state="archived" look={look} label="已归档" />)).toBe('已归档');
	});
});

describe('DueBadge', () => {
	it('counts from the day of the session', () => {
		expect(words(<DueBadge due="2026-06-30" />)).toBe('还剩29天');
		expect(words(<DueBadge due="2026-05-31" daysLeft={-1} />)).toBe('已逾期1个工作日');
	});

	it('has a sign besides its colour', () => {
		expect(render(<DueBadge due="2026-05-31" />)).toContain('anticon-warning');
		expect(render(<DueBadge due="2026-06-30" />)).toContain('anticon-clock-circle');
	});

	it('shows the mark of a provisional limit, and the day when asked', () => {
		const text = words(<DueBadge due="2027-01-15" mark="日历未发布，暂按周末推算" withDay />);
		expect(text).toContain('2027年1月15日');
		expect(text).toContain('日历未发布，暂按周末推算');
	});

	it('is nothing without a limit', () => {
		expect(words(<DueBadge due={null} />)).toBe('');
	});
});

describe('DescriptionList', () => {
	it('shows a dash for what is not known, and keeps zero and false texts', () => {
		const items = [
			{ label: '传真', value: '' },
			{ label: '电话', value: undefined },
			{ label: '件数', value: 0 },
		];
		expect(words(<DescriptionList items={items} />)).toBe('传真 — 电话 — 件数 0');
	});
});

describe('History', () => {
	it('shows the newest first, with who and when', () => {
		const entries = [
			{ at: '2026-05-01T00:00:00Z', actorName: '林晓', text: '拟稿' },
			{ at: '2026-05-02T00:00:00Z', actorName: '方远', text: '签发', note: '同意' },
		];
		const text = words(<History entries={entries} />);
		expect(text.indexOf('签发')).toBeLessThan(text.indexOf('拟稿'));
		expect(text).toContain('同意');
		expect(text).toContain('方远 · 2026年5月2日 08:00');
	});

	it('says when there is none', () => {
		expect(words(<History entries={[]} />)).toContain('暂无办理记录');
	});
});

describe('FormIssues', () => {
	const fault = { title: '提交的内容有误', rest: [], fields: 0, code: 'invalid', requestId: 'r-1' };

	it('is an empty live region before anything is refused', () => {
		expect(render(<FormIssues fault={null} />)).toContain('aria-live="assertive"');
		expect(words(<FormIssues fault={null} />)).toBe('');
	});

	it('says how many inputs to mend', () => {
		expect(words(<FormIssues fault={{ ...fault, fields: 2 }} />)).toContain('有2处需要修改');
	});

	it('lists what belongs to no input', () => {
		const text = words(<FormIssues fault={{ ...fault, rest: ['须由另一人审查', '材料不全'] }} />);
		expect(text).toBe('提交的内容有误 须由另一人审查 材料不全');
	});

	it('gives the number of a defect, so that it can be found in the log, and of nothing else', () => {
		expect(words(<FormIssues fault={{ ...fault, code: 'internal' }} />)).toContain('错误编号：r-1');
		expect(words(<FormIssues fault={fault} />)).not.toContain('r-1');
	});
});

describe('SaveNote', () => {
	const problem = new ProblemError({ title: '内容已被他人更新。', status: 409, code: 'conflict' });
	const note = (state: 'saved' | 'dirty' | 'saving' | 'offline' | 'refused', savedAt: Date | null = null) =>
		words(<SaveNote state={state} savedAt={savedAt} problem={state === 'refused' ? problem : null} />);

	it('says what has happened to the text', () => {
		expect(note('saved')).toBe('');
		expect(note('saved', new Date('2026-06-01T01:05:00Z'))).toBe('已于09:05保存');
		expect(note('dirty')).toBe('有未保存的修改');
		expect(note('saving')).toBe('正在保存…');
		expect(note('offline')).toContain('已暂存在本机');
		expect(note('refused')).toBe('未能保存：内容已被他人更新。内容已暂存在本机。');
	});

	it('is read aloud', () => {
		expect(render(<SaveNote state="saving" savedAt={null} problem={null} />)).toContain('role="status"');
	});
});

describe('RecoveredNote', () => {
	const found = { value: '旧稿', at: '2026-06-01T01:05:00Z', older: false };

	it('offers the draft with the time it was typed', () => {
		const text = words(<RecoveredNote recovered={found} onAnswer={() => {}} />);
		expect(text).toContain('2026年6月1日 09:05');
		expect(text).toContain('恢复');
		expect(text).toContain('放弃');
		expect(text).not.toContain('以免覆盖');
	});

	it('warns when the record has changed since', () => {
		expect(words(<RecoveredNote recovered={{ ...found, older: true }} onAnswer={() => {}} />)).toContain('以免覆盖');
	});

	it('is nothing when there is none', () => {
		expect(words(<RecoveredNote recovered={null} onAnswer={() => {}} />)).toBe('');
	});
});

describe('in place of content', () => {
	it('an empty list says what is missing and how to begin', () => {
		expect(words(<EmptyState title="还没有收到申请" hint="收到后登记" action={<a href="/x">登记</a>} />)).toBe(
			'还没有收到申请 收到后登记 登记',
		);
	});

	it('a missing permission and a missing page say so under an h1', () => {
		for (const page of [<Forbidden key="f" />, <NotFound key="n" />]) {
			expect(render(page).match(/<h1/g)).toHaveLength(1);
			expect(words(page)).toContain('返回首页');
		}
	});

	it('a failure offers another try, a refusal does not', () => {
		const failing = (code: string) => new ProblemError({ title: '读取失败', status: 0, code });
		expect(words(<LoadFault error={failing('offline')} onRetry={() => {}} />)).toContain('重试');
		expect(words(<LoadFault error={failing('notFound')} onRetry={() => {}} />)).not.toContain('重试');
		expect(words(<LoadFault error={failing('invalid')} onRetry={() => {}} />)).toContain('没有找到该页面');
		expect(words(<LoadFault error={failing('forbidden')} onRetry={() => {}} />)).toContain('没有查看此页面的权限');
	});

	it('a whole page is a status while it waits and an alert when it needs an answer', () => {
		expect(render(<WholePage busy title="正在打开…" />)).toContain('role="status"');
		expect(render(<WholePage title="网络中断" action="重试" />)).toContain('role="alert"');
	});
});
