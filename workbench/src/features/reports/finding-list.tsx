import { CloseCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Checkbox, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { EmptyState } from '../../ui/index.ts';
import type { Finding } from './api.ts';

type Shown = Pick<Finding, 'rule' | 'severity' | 'cells' | 'message' | 'basis'> & { accepted?: unknown };

/** Where a finding belongs: the first cell's table, or the words. */
const PLACES = { t2: '表二', t3: '表三', t4: '表四', stat: '统计表', text: '正文' } as const;
type PlaceKey = keyof typeof PLACES;

function placeOf({ cells }: Shown): PlaceKey {
	const table = cells[0]?.split('.')[0];
	return table === 't2' || table === 't3' || table === 't4' || table === 'stat' ? table : 'text';
}

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
	const [place, setPlace] = useState<PlaceKey | null>(null);
	const [isOpenOnly, setOpenOnly] = useState(false);
	const order = Object.keys(SEVERITIES);
	const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
	const shown = sorted.filter(
		(finding) =>
			(only === 'all' || finding.severity === only) &&
			(rule === null || finding.rule === rule) &&
			(place === null || placeOf(finding) === place) &&
			!(isOpenOnly && finding.accepted),
	);
	const rules = [...new Set(findings.map((finding) => finding.rule))].sort();
	const places = (Object.keys(PLACES) as PlaceKey[]).filter((key) =>
		findings.some((finding) => placeOf(finding) === key),
	);
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
			{places.length > 1 ? (
				<Select
					className="gk-gap gk-rule-filter"
					aria-label="位置"
					allowClear
					placeholder="全部位置"
					value={place}
					onChange={(chosen) => setPlace(chosen ?? null)}
					options={places.map((value) => ({ value, label: PLACES[value] }))}
				/>
			) : null}
			{findings.some(({ accepted }) => accepted) ? (
				<Checkbox className="gk-gap gk-open-only" checked={isOpenOnly} onChange={() => setOpenOnly(!isOpenOnly)}>
					只看未认可的
				</Checkbox>
			) : null}
			{shown.length === 0 ? (
				<EmptyState title={findings.length === 0 ? '没有发现问题' : '没有符合筛选条件的问题'} />
			) : null}
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
