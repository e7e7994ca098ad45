import { CloseCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { EmptyState } from '../../ui/index.ts';
import type { Finding } from './api.ts';

type Shown = Pick<Finding, 'rule' | 'severity' | 'cells' | 'message' | 'basis'>;

const SEVERITIES = {
	error: { label: '错误', icon: <CloseCircleOutlined aria-hidden /> },
	warning: { label: '疑点', icon: <WarningOutlined aria-hidden /> },
	info: { label: '提示', icon: <InfoCircleOutlined aria-hidden /> },
} as const;

interface FindingListProps<F extends Shown> {
	findings: readonly F[];
	notChecked: readonly { rule: string; reason: string }[];
	/** Brings the reader to where the finding is; absent when it has no place. */
	onShow?: (finding: F) => void;
	/** What stands below a finding: its explanation, a button. */
	children?: (finding: F) => ReactNode;
	/** The one that is shown now. */
	current?: F | null;
}

/** Findings of the audit, the gravest first, filtered by gravity; what could not be checked is said too. */
export function FindingList<F extends Shown>({ findings, notChecked, onShow, children, current }: FindingListProps<F>) {
	const [only, setOnly] = useState<'all' | keyof typeof SEVERITIES>('all');
	const [rule, setRule] = useState<string | null>(null);
	const order = Object.keys(SEVERITIES);
	const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
	const shown = sorted.filter(
		(finding) => (only === 'all' || finding.severity === only) && (rule === null || finding.rule === rule),
	);
	const rules = [...new Set(findings.map((finding) => finding.rule))].sort();
	const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
	return (
		<>
			<Segmented
				className="gk-gap"
				aria-label="问题轻重"
				value={only}
				onChange={setOnly}
				options={[
					{ value: 'all' as const, label: `全部 ${findings.length}` },
					{ value: 'error' as const, label: `错误 ${count('error')}` },
					{ value: 'warning' as const, label: `疑点 ${count('warning')}` },
					{ value: 'info' as const, label: `提示 ${count('info')}` },
				]}
			/>
			{rules.length > 1 ? (
				<Select
					className="gk-gap gk-rule-filter"
					aria-label="规则"
					allowClear
					placeholder="全部规则"
					value={rule}
					onChange={(chosen) => setRule(chosen ?? null)}
					options={rules.map((value) => ({
						value,
						label: `${value}（${findings.filter((finding) => finding.rule === value).length}）`,
					}))}
				/>
			) : null}
			{shown.length === 0 ? <EmptyState title="没有发现问题" /> : null}
			<ul className="gk-findings">
				{keyed(shown).map(({ key, finding }) => (
					<li
						key={key}
						className={`gk-finding gk-finding-${finding.severity}${current === finding ? ' gk-finding-current' : ''}`}
					>
						<p>
							<span className="gk-severity">
								{SEVERITIES[finding.severity].icon} {SEVERITIES[finding.severity].label}
							</span>
							{finding.message}
						</p>
						<p className="gk-hint">
							{finding.rule}　{finding.basis}
						</p>
						{onShow ? (
							<Button size="small" onClick={() => onShow(finding)}>
								查看位置
							</Button>
						) : null}
						{children?.(finding)}
					</li>
				))}
			</ul>
			<NotChecked rules={notChecked} />
		</>
	);
}

/** The same rule may find the same twice; a list needs names all the same. */
function keyed<F extends Shown>(findings: readonly F[]): { key: string; finding: F }[] {
	const seen = new Map<string, number>();
	return findings.map((finding) => {
		const name = `${finding.rule} ${finding.cells.join(' ')} ${finding.message}`;
		const nth = (seen.get(name) ?? 0) + 1;
		seen.set(name, nth);
		return { key: `${name} ${nth}`, finding };
	});
}

function NotChecked({ rules }: { rules: readonly { rule: string; reason: string }[] }) {
	if (rules.length === 0) return null;
	return (
		<details className="gk-not-checked">
			<summary>有{rules.length}项未能核对</summary>
			<ul className="gk-plain-list">
				{rules.map(({ rule, reason }) => (
					<li key={`${rule} ${reason}`}>
						{reason}（{rule}）
					</li>
				))}
			</ul>
		</details>
	);
}
