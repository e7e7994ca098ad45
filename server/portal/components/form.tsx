import type { ReactNode } from 'react';
import { type Issue, issue, issuesByField } from '../../kernel/issue.ts';

/** What was posted and what is wrong with it, asked field by field: `<TextField label="姓名" {...form.field('name')} />`. */
export interface FormState {
	field(name: string): { name: string; value: string | undefined; error: string | undefined };
	/** For file inputs and tick boxes, which carry no value back. */
	errorOf(name: string): string | undefined;
	readonly issues: readonly Issue[];
}

/** A form as it was posted (empty at first), with the issues found in it. */
export function formState(form: Readonly<Record<string, string>> = {}, issues: readonly Issue[] = []): FormState {
	const messages = issuesByField(issues);
	const errorOf = (name: string) => messages.get(name)?.join('');
	return {
		issues,
		errorOf,
		field: (name) => ({ name, value: form[name], error: errorOf(name) }),
	};
}

/** One issue for each of these fields that was sent empty, by name and label. */
export function blankFields(
	form: Readonly<Record<string, string>>,
	labels: Readonly<Record<string, string>>,
): readonly Issue[] {
	const blank = Object.entries(labels).filter(([name]) => (form[name] ?? '').trim() === '');
	return blank.map(([name, label]) => issue('form.blank', `请填写${label}。`, name));
}

/** What has to be mended, on top of a refused form; each line leads to its field. Nothing when all is well. */
export function ErrorSummary({
	issues,
	title = '提交的内容有误，请修改后重新提交',
}: {
	issues: readonly Issue[];
	title?: string;
}) {
	if (issues.length === 0) return null;
	return (
		<div className="error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1}>
			<h2 id="error-summary-title">{title}</h2>
			<ul>
				{issues.map((one) => (
					<li key={`${one.field ?? ''} ${one.key} ${one.message}`}>
						{one.field ? <a href={`#${one.field}`}>{one.message}</a> : one.message}
					</li>
				))}
			</ul>
		</div>
	);
}

/** The button that sends a form. */
export function Button({
	children,
	kind = 'primary',
	name,
	value,
}: {
	children: ReactNode;
	kind?: 'primary' | 'secondary';
	name?: string;
	value?: string;
}) {
	return (
		<button className={`button button-${kind}`} type="submit" name={name} value={value}>
			{children}
		</button>
	);
}

/** A link that looks like a button, for the start of something. */
export function LinkButton({
	href,
	children,
	kind = 'primary',
}: {
	href: string;
	children: ReactNode;
	kind?: 'primary' | 'secondary';
}) {
	return (
		<a className={`button button-${kind}`} href={href}>
			{children}
		</a>
	);
}
