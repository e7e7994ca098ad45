import type { Finding, ReportCell } from '../api.ts';
import type { CellLook } from './official-table.tsx';

type Severity = Finding['severity'];
type Placed = Pick<Finding, 'severity' | 'cells'>;

/** The gravest finding of each cell. */
export function gravest(findings: readonly Placed[]): Map<string, Severity> {
	const order: Severity[] = ['info', 'warning', 'error'];
	const found = new Map<string, Severity>();
	for (const { cells, severity } of findings) {
		for (const address of cells) {
			const known = found.get(address);
			if (known === undefined || order.indexOf(severity) > order.indexOf(known)) found.set(address, severity);
		}
	}
	return found;
}

const SOURCES = {
	computed: '系统计算',
	register: '取自台账',
	entered: '人工填报',
	override: '修改过系统数据',
} as const;

/** Where a figure comes from, in words. */
export function sourceText(cell: Pick<ReportCell, 'source' | 'total' | 'madeUpOf'>): string {
	if (cell.source === null) return '尚无数据';
	if (cell.madeUpOf && !cell.total) return `本级${SOURCES[cell.source]}，与各机关报告相加`;
	return cell.total ? '按勾稽关系加总' : SOURCES[cell.source];
}

const SEVERITIES: Readonly<Record<Severity, string>> = { error: '有错误', warning: '有疑点', info: '有提示' };

/** How a cell of a report looks: its figure, its source, and what the audit says of it. */
export function reportLook(cell: ReportCell | undefined, severity: Severity | undefined): CellLook {
	if (!cell) return { text: '', note: '', mark: '' };
	const source = cell.value === null ? 'gk-cell-blank' : cell.source === 'computed' ? '' : `gk-cell-${cell.source}`;
	const audit = severity === 'error' || severity === 'warning' ? `gk-cell-${severity}` : '';
	return {
		text: cell.value === null ? '' : String(cell.value),
		note: [sourceText(cell), severity ? SEVERITIES[severity] : ''].filter(Boolean).join('，'),
		mark: [source, cell.total ? 'gk-cell-total' : '', audit].filter(Boolean).join(' '),
	};
}

interface OutsideCell {
	value: number | null;
	state: string;
	raw: string;
}

const STATES: Readonly<Record<string, string>> = {
	number: '',
	reconstructed: '按勾稽关系还原',
	blank: '空白',
	dash: '零值符号',
	unreadable: '无法读取',
	absent: '文件中没有',
};

/** How a cell read from a file looks: what stood there, and whether it is a figure. Only a figure is printed as one. */
export function outsideLook(cell: OutsideCell | undefined, severity: Severity | undefined): CellLook {
	const state = cell?.state ?? 'absent';
	const known = state === 'number' || state === 'reconstructed';
	const audit = severity === 'error' || severity === 'warning' ? `gk-cell-${severity}` : '';
	return {
		text: known ? String(cell?.value ?? '') : state === 'absent' ? '' : (cell?.raw ?? ''),
		note: [STATES[state] ?? state, severity ? SEVERITIES[severity] : ''].filter(Boolean).join('，'),
		mark: [known ? '' : 'gk-cell-blank', audit].filter(Boolean).join(' '),
	};
}
