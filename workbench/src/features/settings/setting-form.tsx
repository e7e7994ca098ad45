import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { FormIssues, formatInstant, useCommand, useServerForm } from '../../ui/index.ts';

interface SettingFormProps<V> {
	label: string;
	entry: { value: V; since: string | null };
	save: (body: { value: V; since: string | null }) => Promise<unknown>;
	children: ReactNode;
}

/** Where a group stands on the page, for the contents at its head. */
export function groupId(label: string): string {
	return `group-${label}`;
}

/** One group of settings, saved by itself. Its inputs are named `['value', …]`, as the server names them in what it refuses. */
export function SettingForm<V>({ label, entry, save, children }: SettingFormProps<V>) {
	const saved = useCommand(() => Promise.resolve(), {
		done: `已保存「${label}」。`,
		refresh: [['settings'], ['session']],
	});
	const { fault, busy, props } = useServerForm<{ value: V }>(async ({ value }) => {
		await save({ value, since: entry.since });
		await saved.run();
	});
	return (
		<section className="gk-panel set-group" id={groupId(label)} tabIndex={-1}>
			<h2>{label}</h2>
			<Form {...props} className="gk-form" initialValues={{ value: entry.value }}>
				<FormIssues fault={fault} />
				{children}
				<Button type="primary" htmlType="submit" loading={busy} aria-label={`保存${label}`}>
					保存
				</Button>
				{entry.since ? <span className="gk-hint gk-beside">上次修改：{formatInstant(entry.since)}</span> : null}
			</Form>
		</section>
	);
}
