import type { ReactNode } from 'react';

/** Heading of a page, with one sentence on what it is for. */
export function PageHead({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
	return (
		<div className="page-head">
			<h1>{title}</h1>
			{lead ? <p className="page-lead">{lead}</p> : null}
			{children}
		</div>
	);
}

/** A titled part of a page; `more` leads to all of it. */
export function Section({
	title,
	more,
	id,
	children,
}: {
	title: string;
	more?: { href: string; label: string } | undefined;
	id?: string;
	children: ReactNode;
}) {
	return (
		<section className="section" id={id}>
			<div className="section-head">
				<h2>{title}</h2>
				{more ? (
					<a className="section-more" href={more.href}>
						{more.label}
					</a>
				) : null}
			</div>
			{children}
		</section>
	);
}

/** Name and value pairs: what was submitted, what a document is. */
export function SummaryList({ rows }: { rows: readonly { label: string; value: ReactNode }[] }) {
	return (
		<dl className="summary-list">
			{rows.map((row) => (
				<div key={row.label}>
					<dt>{row.label}</dt>
					<dd>{row.value === '' || row.value === null || row.value === undefined ? '—' : row.value}</dd>
				</div>
			))}
		</dl>
	);
}

/**
 * A wide table that scrolls inside its own frame, reachable by keyboard. `children` are thead and tbody. With `stack`, for a
 * few columns of which the first is long, each row becomes a block on a phone.
 */
export function TableWrapper({
	caption,
	stack = false,
	children,
}: {
	caption: string;
	stack?: boolean;
	children: ReactNode;
}) {
	return (
		<section className="table-scroll" aria-label={caption} {...FOCUSABLE}>
			<table className={stack ? 'table table-stack' : 'table'}>
				<caption>{caption}</caption>
				{children}
			</table>
		</section>
	);
}

// What scrolls must be reachable by keyboard (WCAG 2.1.1).
const FOCUSABLE = { tabIndex: 0 };

/** A sentence set apart. `warning` and `error` also say so in words to those who cannot see the colour. */
export function Notice({
	kind = 'info',
	title,
	children,
}: {
	kind?: 'info' | 'success' | 'warning' | 'error';
	title?: string;
	children?: ReactNode;
}) {
	const spoken = kind === 'warning' ? '注意：' : kind === 'error' ? '错误：' : '';
	return (
		<div className={`notice notice-${kind}`}>
			{spoken ? <span className="sr-only">{spoken}</span> : null}
			{title ? <p className="notice-title">{title}</p> : null}
			{children}
		</div>
	);
}

/** One stage of something that moves forward. */
export interface Step {
	label: string;
	state: 'done' | 'current' | 'todo';
	note?: ReactNode;
}

const SPOKEN = { done: '已完成', current: '进行中', todo: '未开始' } as const;

/** Where something stands, stage by stage. */
export function StatusSteps({ steps, label }: { steps: readonly Step[]; label: string }) {
	return (
		<ol className="steps" aria-label={label}>
			{steps.map((step) => (
				<li
					key={step.label}
					className={`step step-${step.state}`}
					aria-current={step.state === 'current' ? 'step' : undefined}
				>
					<span className="step-label">{step.label}</span>
					<span className="step-state">{SPOKEN[step.state]}</span>
					{step.note ? <span className="step-note">{step.note}</span> : null}
				</li>
			))}
		</ol>
	);
}
